/** The dispatch that opens a campaign (công văn, Mẫu 1.5). */
export const campaignLetter = `
{{> header}}
{{> recipients}}
{{#each basis}}
<p>{{lead}} {{cite this}}{{text}}</p>
{{/each}}
{{#each opening}}
<p>{{this}}</p>
{{/each}}
<p numbered="true">{{headings.period}}: Từ ngày {{shortDate period.from}} đến ngày {{shortDate period.to}}.</p>
{{#if audiences}}
<p numbered="true">{{headings.audiences}}: {{capitalize (join audiences)}}.</p>
{{/if}}
{{#if scope}}
<p numbered="true">{{headings.scope}}: {{scope}}.</p>
{{/if}}
{{#if materials}}
<p numbered="true">{{headings.materials}}:</p>
{{#each materials}}
<p>- {{text}}:</p>
<picture name="{{picture}}" width="{{../pictureWidthMm}}"/>
<caption><a href="{{link}}">{{link}}</a></caption>
{{/each}}
{{/if}}
{{#each tasks}}
<p>{{this}}</p>
{{/each}}
{{#each rounds}}
<p>{{request}}{{#if link}}: <a href="{{link}}">{{link}}</a>{{/if}} {{deadline.before}}<b>{{deadline.day}}</b>{{deadline.after}}{{#if purpose}} {{purpose}}{{/if}}.</p>
{{/each}}
<p>{{closing}}./.</p>
{{> signature}}
`;
