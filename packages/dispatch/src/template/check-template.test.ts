import { describe, expect, it } from "vitest";
import { printIssue } from "@chiendich/core";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { reminderDispatch } from "../letters/reminder-dispatch.ts";
import { shippedTemplates } from "../shipped/shipped-templates.ts";
import { campaign, unitNamed } from "../../test/nha-trang.ts";
import { checkTemplate } from "./check-template.ts";

const data = {
  subject: "triển khai Chiến dịch",
  count: 21,
  date: "2024-10-29",
  round: { deadline: "trước ngày 10/11/2024" },
  recipients: ["UBND phường Vĩnh Hải"],
  units: [
    { name: "Vĩnh Hải", late: true },
    { name: "Vĩnh Thọ", late: false, reason: "sáp nhập" },
  ],
};
const all =
  "{{subject}}{{count}}{{round.deadline}}{{date date}}{{join recipients}}{{#each units}}{{name}}{{/each}}";
const problems = (template: string, used = all) =>
  checkTemplate(`${template}\n<p>${used}</p>`, { name: "mẫu.hbs", data, pictures: ["qr1"] }).map(
    (issue) =>
      `${"line" in issue.place && issue.place.line ? `${issue.place.line}:${issue.place.column} ` : ""}${issue.code}`,
  );

describe("a template is checked before merging", () => {
  it.each([
    // template, what is wrong with it, and where
    ["<p>{{subject}}</p>", []],
    ["<p>{{subjet}}</p>", ["1:6 dispatch_tag_unknown"]],
    ["<p>{{round.dedline}}</p>", ["1:6 dispatch_tag_unknown"]],
    // What Handlebars' strict mode lets pass: arguments of helpers and of blocks.
    ["<p>{{upper subjet}}</p>", ["1:12 dispatch_tag_unknown"]],
    ["<p>{{upper (join recipient)}}</p>", ["1:18 dispatch_tag_unknown"]],
    ["{{#each unitss}}<p>{{name}}</p>{{/each}}", ["1:9 dispatch_tag_unknown"]],
    ["{{#if subjet}}<p>a</p>{{/if}}", ["1:7 dispatch_tag_unknown"]],
    ["{{#with round}}<p>{{deadine}}</p>{{/with}}", ["1:21 dispatch_tag_unknown"]],
    ["{{#each units}}<p>{{nme}}</p>{{/each}}", ["1:21 dispatch_tag_unknown"]],
    ["{{#each units}}<p>{{../subject}} {{@index}}</p>{{/each}}", []],
    [
      "{{#each units}}<p>{{../subjct}} {{@idex}}</p>{{/each}}",
      ["1:21 dispatch_tag_unknown", "1:35 dispatch_tag_unknown"],
    ],
    ["{{#each units as |unit|}}<p>{{unit.name}} {{unit.nme}}</p>{{/each}}", ["1:45 dispatch_tag_unknown"]],
    ["{{#each units}}<p>{{reason}}</p>{{/each}}", ["1:21 dispatch_tag_sometimes_missing"]],
    ["{{#each subject}}<p>{{this}}</p>{{/each}}", ["1:9 dispatch_tag_not_list"]],
    ["<p>{{recipients}}</p>", ["1:4 dispatch_tag_not_words"]],
    ["<p>{{round}}</p>", ["1:4 dispatch_tag_not_words"]],
    ["<p>{{uper subject}}</p>", ["1:4 dispatch_helper_unknown"]],
    ["<p>{{date}}</p>", ["1:4 dispatch_helper_arguments"]],
    ["<p>{{number count decimal=2}}</p>", ["1:19 dispatch_helper_option_unknown"]],
    ["<p>{{{subject}}}</p>", ["1:4 dispatch_tag_unescaped"]],
    ["<p>{{& subject}}</p>", ["1:4 dispatch_tag_unescaped"]],
    ["{{> headr}}", ["1:1 dispatch_partial_unknown"]],
    ["{{#each units}}<p>a</p>", ["1:1 dispatch_tag_not_closed"]],
    ["<p>a</p>{{/each}}", ["1:9 dispatch_tag_not_opened"]],
    ["{{#if subject}}<p>{{/if}}a</p>", ["1:16 dispatch_tag_not_closed", "1:27 dispatch_tag_not_opened"]],
    [
      "{{#if subject}}<p>a{{else}}</p>{{/if}}",
      ["1:16 dispatch_tag_not_closed", "1:28 dispatch_tag_not_opened"],
    ],
    ["<p>a", ["1:1 dispatch_tag_not_closed"]],
    ["<p>{{subject</p>", ["1:4 dispatch_tag_not_closed"]],
    ["<p>{{upper subject=}}</p>", ["1:4 dispatch_template_syntax"]],
    ["<para>a</para>", ["1:1 dispatch_element_unknown"]],
    ["<p>5 < 6</p>", ["1:6 dispatch_element_unknown"]],
    ["<item>a</item>", ["1:1 dispatch_element_misplaced"]],
    ["<p><p>a</p></p>", ["1:4 dispatch_element_misplaced"]],
    ["<letterhead><p>a</p></letterhead>", ["1:13 dispatch_element_misplaced"]],
    ['<p numbred="true">a</p>', ["1:1 dispatch_attribute_unknown"]],
    ["<table><tr><td>a</td></tr></table>", ["1:1 dispatch_attribute_missing"]],
    ["chữ trơ trọi", ["1:1 dispatch_words_outside"]],
    ["{{subject}}", ["1:1 dispatch_words_outside"]],
    ['<picture name="qr2"/>', ["1:1 dispatch_picture_unknown"]],
    ['<picture name="qr1"/>', []],
  ])("%s", (template, expected) => {
    // What Handlebars cannot read at all hides the tags of the rest, so only those of the structure are told.
    expect(problems(template).filter((problem) => !problem.endsWith("data_unused"))).toEqual(expected);
  });

  it("tells all problems at once", () => {
    expect(problems("<para>{{subjet}}</para>\n<p>{{uper count}}\n{{{date}}}</p>\n")).toEqual([
      "1:1 dispatch_element_unknown",
      "3:1 dispatch_tag_unescaped",
      "1:9 dispatch_tag_unknown",
      "2:4 dispatch_helper_unknown",
      "3:1 dispatch_helper_arguments",
    ]);
  });

  it("names what was most likely meant", () => {
    const [issue] = checkTemplate("<p>{{round.dedline}}</p>", {
      name: "mẫu.hbs",
      data: { round: data.round },
    });
    expect(issue && printIssue(issue, "vi")).toBe(
      "mẫu.hbs:1:6: dữ liệu không có “round.dedline”; có phải “round.deadline”? [dispatch_tag_unknown]",
    );
  });

  it("tells which data the template leaves unused", () => {
    expect(problems("<p>{{subject}}</p>", "")).toEqual(
      ["count", "date", "round", "recipients", "units"].map(() => "dispatch_data_unused"),
    );
  });

  it("follows partials, the office's own included", () => {
    const templates = { footer: "<p>{{sbject}}</p>" };
    const issues = checkTemplate("{{> footer}}{{> footer}}", { data: { subject: "a" }, templates });
    expect(issues.map(({ code, place }) => [code, "source" in place && place.source])).toEqual([
      ["dispatch_tag_unknown", "footer"],
      ["dispatch_data_unused", "template"],
    ]);
  });

  it("finds a partial that calls itself", () => {
    const issues = checkTemplate("{{> a}}", { templates: { a: "{{> b}}", b: "{{> a}}" } });
    expect(issues.map(({ code }) => code)).toEqual(["dispatch_partial_endless"]);
  });

  it("takes text only: a syntax tree could carry code", () => {
    expect(() => checkTemplate({ type: "Program", body: [] } as unknown as string)).toThrow(TypeError);
  });
});

describe("the shipped templates", () => {
  const letters = {
    "the campaign letter": campaignDispatch(campaign),
    "a reminder": reminderDispatch(campaign, {
      units: [unitNamed("Trường Trung học cơ sở Thái Nguyên")],
      at: "2024-11-11T08:00:00+07:00",
      newDeadline: "trước ngày 15/11/2024",
    }),
  };

  it.each(Object.entries(letters))(
    "have no problem with the data of %s",
    (_, { template, data: own, pictures }) => {
      const issues = checkTemplate(shippedTemplates[template] as string, {
        name: template,
        data: own,
        pictures: Object.keys(pictures),
      });
      expect(
        issues.filter(({ severity }) => severity === "error").map((each) => printIssue(each, "en")),
      ).toEqual([]);
    },
  );
});
