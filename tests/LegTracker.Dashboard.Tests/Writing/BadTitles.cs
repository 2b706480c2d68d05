namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Official titles as no bill should have them, and what a reader must see of each.</summary>
internal static class BadTitles
{
    private const string Sentence = "crimes against minors and the services that victims of trafficking receive in every county of the state; ";

    /// <summary>By name: the title as a source gives it, and how it is printed.</summary>
    public static readonly IReadOnlyDictionary<string, (string Given, string Printed)> All = new Dictionary<string, (string, string)>
    {
        ["None"] = ("", ""),
        ["2,000 characters"] = Same(string.Concat(Enumerable.Repeat(Sentence, 20))[..1999] + "."),
        ["A word of 2,000 letters"] = Same(new string('W', 2000)),
        ["Words as wide as a slide"] = Same(string.Join(' ', Enumerable.Repeat(new string('W', 31), 60))),
        ["Hebrew"] = Same("הגנה על ילדים: קטינים (נוסח 2025)."),
        ["Arabic"] = Same("حماية الأطفال: القاصرون، 18 سنة."),
        ["English and Hebrew"] = Same("Minors: הגנה על ילדים: services."),
        ["Direction overridden"] = ("Crimes: \u202Egpj.exe\u202C minors \u2066\u2067x\u2069\u2069 \u200F\u200Ey\u061C \u202Az\u202B.", "Crimes: gpj.exe minors x y z."),
        ["Line ends"] = ("Crimes:\u0085minors\u2028victims\u2029services\tand\r\nmore\u000Bof\u000Cit.", "Crimes: minors victims services and more of it."),
        ["Controls"] = ("Crimes:\0 \u0007minors\u001B[31m,\u009B1m \u007Fvictims\uFEFF\u200B.", "Crimes: minors[31m,1m victims."),
        ["Lone surrogates"] = ("Crimes: \uD83Dminors\uDE00.", "Crimes: minors."),
        ["Not characters"] = ("Crimes: \uFFFE\uFFFFminors\uFDD0 \uE000x\U000FFFFE.", "Crimes: minors x."),
        ["Emoji"] = ("Families 👩\u200D👩\u200D👧 and ❤\uFE0F.", "Families 👩👩👧 and ❤\uFE0F."),
        ["Combining marks"] = Same("Cafe\u0301s: " + "Z" + new string('\u0316', 60) + "."),
        ["Markup"] = Same("<script>alert('x')</script> & <b>\"bold\"</b> ]]> &amp; &#0; <!-- <?x?>"),
        ["Formula"] = Same("=cmd|' /C calc'!A0"),
        ["Plus"] = Same("+1-1, and @SUM(1)"),
        ["Minus"] = Same("-2+3"),
        ["At"] = Same("@SUM(1+1)*cmd"),
        ["Markdown"] = Same("# [x](javascript:alert(1)) *b* _i_ `c` | pipe \\| ~~s~~ www.example.test"),
        ["Quotation marks"] = Same("Minors: “so called” «victims», \"and\" 'others'."),
    };

    private static (string, string) Same(string title) => (title, title);
}
