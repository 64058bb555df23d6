/** The dispatch that asks units for reports they owe (công văn đôn đốc, Mẫu 1.5). */
export const reminderLetter = `
{{> header}}
{{> recipients}}
<p>{{issuer.office}} đã ban hành {{cite campaign}}{{#if round.deadline}}, trong đó đề nghị các cơ quan, đơn vị báo cáo kết quả {{round.deadline}}{{/if}}.</p>
{{#if overdue}}
<p>Đến {{at.day}}, {{issuer.office}} chưa nhận được báo cáo của {{#if one}}quý cơ quan, đơn vị{{else}}{{twoDigits count}} cơ quan, đơn vị{{#if annex}} (theo danh sách tại Phụ lục kèm theo){{/if}}{{/if}}.</p>
<p>Để kịp thời tổng hợp, báo cáo cấp trên theo quy định, {{issuer.office}} đề nghị {{#if one}}quý cơ quan, đơn vị{{else}}các cơ quan, đơn vị{{/if}} khẩn trương thực hiện và gửi báo cáo{{#if round.link}} tại địa chỉ: <a href="{{round.link}}">{{round.link}}</a>{{/if}}{{#if round.newDeadline}} <b>{{round.newDeadline}}</b>{{/if}}; trường hợp không phát sinh số liệu, đề nghị gửi báo cáo nêu rõ “không phát sinh”.</p>
{{else}}
<p>Đến {{at.day}}, {{issuer.office}} chưa nhận được báo cáo của {{#if one}}quý cơ quan, đơn vị{{else}}{{twoDigits count}} cơ quan, đơn vị{{#if annex}} (theo danh sách tại Phụ lục kèm theo){{/if}}{{/if}}. {{issuer.office}} đề nghị {{#if one}}quý cơ quan, đơn vị{{else}}các cơ quan, đơn vị{{/if}} gửi báo cáo{{#if round.link}} tại địa chỉ: <a href="{{round.link}}">{{round.link}}</a>{{/if}} đúng thời hạn nêu trên; trường hợp không phát sinh số liệu, đề nghị gửi báo cáo nêu rõ “không phát sinh”.</p>
{{/if}}
<p>Đề nghị {{#if one}}quý cơ quan, đơn vị{{else}}các cơ quan, đơn vị{{/if}} quan tâm thực hiện./.</p>
{{> signature}}
{{#if annex}}
<appendix title="Danh sách cơ quan, đơn vị chưa gửi báo cáo"/>
<table widths="8 60 32">
  <tr><th>TT</th><th>Cơ quan, đơn vị</th><th>Thời hạn báo cáo</th></tr>
  {{#each annex}}
  <tr><td align="center">{{add @index 1}}</td><td>{{name}}</td><td align="center">{{deadline}}</td></tr>
  {{/each}}
</table>
{{/if}}
`;
