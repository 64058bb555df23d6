/** Invitation (giấy mời, Mẫu 1.7). */
export const invitation = `
{{> titled-header}}
{{#if recipients}}
{{> invited}}
{{/if}}
<p>{{issuer.office}} trân trọng kính mời {{#if guests}}{{join guests}}{{else}}quý cơ quan, đơn vị{{/if}} {{occasion}}.</p>
{{#if chair}}
<p>Chủ trì: {{chair}}.</p>
{{/if}}
<p>Thời gian: {{time}}.</p>
<p>Địa điểm: {{venue}}.</p>
{{#each notes}}
<p>{{this}}</p>
{{/each}}
<p>{{closing}}./.</p>
{{> signature}}
`;

/** Kính mời, as Kính gửi stands in a letter (ô số 9a). */
export const invited = `
<to title="Kính mời">{{#each recipients}}<item>{{this}}</item>{{/each}}</to>
`;
