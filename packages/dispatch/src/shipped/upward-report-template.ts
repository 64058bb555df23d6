/** The report to the level above (báo cáo, Mẫu 1.4), with Kính gửi because it goes upward. */
export const upwardReportTemplate = `
{{> titled-header}}
{{> recipients}}
<p>{{#if basis}}Thực hiện {{cite basis}}, {{/if}}{{issuer.office}} báo cáo kết quả như sau:</p>
<heading numbered="true">Công tác chỉ đạo, triển khai</heading>
<p>{{issuer.office}} đã ban hành {{cite campaign}}, gửi {{number coverage.expected}} cơ quan, đơn vị để triển khai thực hiện.</p>
{{#each directives}}
<p>{{this}}</p>
{{/each}}
<p>Đến {{at}}, có {{number coverage.received}}/{{number coverage.expected}} đơn vị có báo cáo được tiếp nhận{{#if coverage.rate}}, đạt {{coverage.rate}}{{/if}}; trong đó {{number coverage.onTime}} đơn vị báo cáo đúng hạn, {{number coverage.late}} đơn vị báo cáo sau thời hạn, {{number coverage.nil}} đơn vị báo cáo không phát sinh.{{#if coverage.held}} Báo cáo của {{number coverage.held}} đơn vị đang chờ giải trình hoặc đã trả lại để bổ sung, chưa đưa vào số liệu.{{/if}}{{#if coverage.missing}} Còn {{number coverage.missing}} đơn vị chưa gửi báo cáo.{{/if}}{{#if units}} Danh sách đơn vị báo cáo sau thời hạn, chưa báo cáo tại Phụ lục II.{{/if}}{{#if coverage.waived}} Có {{number coverage.waived}} đơn vị được miễn báo cáo, không tính vào tổng số.{{/if}}</p>
<heading numbered="true">Kết quả thực hiện</heading>
{{#each results}}
<p>{{this}}</p>
{{/each}}
<p>Kết quả tổng hợp từ báo cáo của các đơn vị ({{dataAsOf}}); số liệu theo từng nhóm đơn vị tại Phụ lục I:</p>
<table widths="6 39 12 15 12 16">
  <tr><th>TT</th><th>Chỉ tiêu</th><th>Đơn vị tính</th><th>Kết quả</th><th>Số đơn vị báo cáo</th><th>Số liệu tính đến ngày</th></tr>
  {{#each figures}}
  <tr><td align="center">{{add @index 1}}</td><td>{{label}}</td><td align="center">{{unit}}</td><td align="right">{{value}}</td><td align="center">{{coverage}}</td><td align="center">{{dataAsOf.from}}{{#if dataAsOf.to}} -<br/>{{dataAsOf.to}}{{/if}}</td></tr>
  {{#each answers}}
  <tr><td></td><td>- {{label}}</td><td align="center">đơn vị</td><td align="right">{{value}}</td><td></td><td></td></tr>
  {{/each}}
  {{/each}}
</table>
{{#if estimates}}
<p>Chỉ tiêu ghi “ước tính” được cộng từ các số liệu có thể trùng nhau giữa các đơn vị.</p>
{{/if}}
{{#if explanations}}
<p>Các số liệu được đơn vị giải trình:</p>
{{#each explanations}}
<p>- {{unit}}, chỉ tiêu “{{field}}”: {{reason}}{{ending @last}}</p>
{{/each}}
{{/if}}
{{#if evaluation}}
<heading numbered="true">Đánh giá chung</heading>
{{#if assessment}}
<clause numbered="true">Kết quả đạt được</clause>
{{#each assessment}}
<p>{{this}}</p>
{{/each}}
{{/if}}
{{#if difficulties}}
<clause numbered="true">Khó khăn, vướng mắc</clause>
{{#each difficulties}}
<p>{{this}}</p>
{{/each}}
{{/if}}
{{/if}}
{{#if proposals}}
<heading numbered="true">Đề xuất, kiến nghị</heading>
{{#each proposals}}
<p>{{this}}</p>
{{/each}}
{{/if}}
{{#if nextSteps}}
<heading numbered="true">Phương hướng, nhiệm vụ thời gian tới</heading>
{{#each nextSteps}}
<p>{{this}}</p>
{{/each}}
{{/if}}
<p>Trên đây là báo cáo {{closing}}, {{issuer.office}} kính báo cáo {{recipient}}./.</p>
{{> signature}}
<appendix number="I" title="Số liệu theo nhóm đơn vị" landscape="true"/>
<table widths="{{groupWidths}}" size="11">
  <tr><th>TT</th><th>Chỉ tiêu</th>{{#each groups}}<th>{{label}}</th>{{/each}}<th>Tổng cộng</th></tr>
  <tr><td></td><td>Số đơn vị báo cáo/phải báo cáo</td>{{#each groups}}<td align="center">{{coverage}}</td>{{/each}}<td align="center">{{total.coverage}}</td></tr>
  <tr><td></td><td>Số liệu tính đến ngày</td>{{#each groups}}<td align="center">{{dataAsOf.from}}{{#if dataAsOf.to}} -<br/>{{dataAsOf.to}}{{/if}}</td>{{/each}}<td align="center">{{total.dataAsOf.from}}{{#if total.dataAsOf.to}} -<br/>{{total.dataAsOf.to}}{{/if}}</td></tr>
  {{#each groupFigures}}
  <tr><td align="center">{{add @index 1}}</td><td>{{label}}</td>{{#each values}}<td align="right">{{#if value}}{{value}}{{/if}}{{#if coverage}}{{#if value}}<br/>{{/if}}<i>({{coverage}})</i>{{/if}}</td>{{/each}}</tr>
  {{#each answers}}
  <tr><td></td><td>- {{label}} (đơn vị)</td>{{#each values}}<td align="right">{{this}}</td>{{/each}}</tr>
  {{/each}}
  {{/each}}
</table>
<p>Trong ngoặc: số đơn vị có số liệu trên số đơn vị được yêu cầu.</p>
{{#if units}}
<appendix number="II" title="Danh sách đơn vị báo cáo sau thời hạn, chưa báo cáo"/>
<table widths="8 46 26 20">
  <tr><th>TT</th><th>Cơ quan, đơn vị</th><th>Tình trạng</th><th>Ngày nhận báo cáo</th></tr>
  {{#each units}}
  <tr><td align="center">{{add @index 1}}</td><td>{{name}}</td><td>{{state}}</td><td align="center">{{received}}</td></tr>
  {{/each}}
</table>
{{/if}}
`;
