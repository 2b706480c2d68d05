using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>What people wrote of a bill, in order, with an open place for each text that the meeting needs and nobody wrote. Notes are the team's own and never printed.</summary>
internal static class HumanClaims
{
    /// <param name="needsWhy">Whether the text on why it matters is missed when nobody wrote it.</param>
    public static IEnumerable<Claim> Of(SelectedBill bill, BillEvidence evidence, bool needsWhy)
    {
        return new[]
        {
            Text(HumanField.PlainTitle, "In plain words: ", ClaimTopic.PlainTitle),
            Text(HumanField.WhatItDoes, LeadOf(bill), ClaimTopic.WhatItDoes) ?? evidence.Missing(MissingText.WhatItDoes) with { Topic = ClaimTopic.WhatItDoes },
            Text(HumanField.WhyItMatters, "Why it matters: ", ClaimTopic.WhyItMatters) ?? (needsWhy ? evidence.Missing(MissingText.WhyItMatters) with { Topic = ClaimTopic.WhyItMatters } : null),
            Text(HumanField.WhatToDo, "What to do now: ", ClaimTopic.WhatToDo),
            evidence.Position() is { } position ? position with { Topic = ClaimTopic.Position } : null,
            bill.Bill.Human.Texts.GetValueOrDefault(HumanField.Contact) is { } contact ? evidence.Human(HumanField.Contact, "Whom to ask: ", contact, dependsOnVersion: false) with { Topic = ClaimTopic.Contact } : null,
        }.OfType<Claim>();

        Claim? Text(string field, string lead, ClaimTopic topic) =>
            bill.Bill.Human.Texts.GetValueOrDefault(field) is { } text ? evidence.Human(field.Replace('_', ' '), lead, text) with { Topic = topic } : null;
    }

    // Only what is done does something.
    private static string LeadOf(SelectedBill bill) => bill.IsLaw || bill.Progress.Stage is Stage.Adopted ? "What it does: "
        : bill.Progress.Stage is Stage.Vetoed or Stage.Dead ? "What it would have done: "
        : "What it would do: ";
}
