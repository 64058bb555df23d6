/** Header of a công văn (ô số 1 to 5b, 10a, 10b, 11; Mẫu 1.5). */
export const header = `
{{#if handling}}<handling>{{handling}}</handling>{{/if}}
<letterhead>
  <row>
    <left>{{#if issuer.parent}}<parent>{{issuer.parent}}</parent>{{/if}}<issuer>{{issuer.name}}</issuer></left>
    <right><country>Cộng hòa xã hội chủ nghĩa Việt Nam</country><motto>Độc lập - Tự do - Hạnh phúc</motto></right>
  </row>
  <row>
    <left><number>Số: {{#if number}}{{twoDigits number}}{{else}}&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;{{/if}}/{{notation}}</number>{{#if about}}<about>V/v {{about}}</about>{{/if}}{{#if secrecy}}<secrecy>{{secrecy}}</secrecy>{{/if}}{{#if urgency}}<urgency>{{urgency}}</urgency>{{/if}}</left>
    <right><place-date>{{place}}, {{#if date}}{{date date}}{{else}}ngày&nbsp;&nbsp;&nbsp;&nbsp; tháng&nbsp;&nbsp;&nbsp; năm {{year}}{{/if}}</place-date></right>
  </row>
</letterhead>
`;

/** Header of a document with a type and a title (Mẫu 1.4). */
export const titledHeader = `
{{> header}}
<type>{{type}}</type>
<subject>{{subject}}</subject>
`;

/** Kính gửi (ô số 9a). */
export const recipients = `
<to>{{#each recipients}}<item>{{this}}</item>{{/each}}</to>
`;

/** Nơi nhận, the signature and the contact line (ô số 9b, 7a to 7c, 13). */
export const signature = `
<sign-off>
  <left><copies>{{#each copies}}<item>{{this}}</item>{{/each}}<item>Lưu: {{archive}}</item></copies></left>
  <right>{{#each signatory.authority}}<authority>{{this}}</authority>{{/each}}<signature-space/><signer>{{signatory.name}}</signer></right>
</sign-off>
{{#if contact}}<contact>{{contact}}</contact>{{/if}}
`;
