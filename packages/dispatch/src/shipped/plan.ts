/** Plan (kế hoạch, Mẫu 1.4). */
export const plan = `
{{> titled-header}}
{{#each legalBases}}
<basis>{{this}}</basis>
{{/each}}
{{#each sections}}
<heading numbered="true">{{title}}</heading>
{{#each paragraphs}}
<p>{{this}}</p>
{{/each}}
{{/each}}
{{> signature}}
`;
