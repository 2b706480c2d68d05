namespace LegTracker.Server.Segments;

/// <summary>The texts about a bill that only a person can write.</summary>
internal static class MissingText
{
    public const string WhatItDoes = "what it does";
    public const string WhyItMatters = "why it matters";

    private const string Opening = "[text missing: ";

    /// <summary>What is printed in the text's place.</summary>
    public static string Placeholder(string what) => $"{Opening}{what}]";

    /// <summary>What a claim is the empty place of; null when it says something.</summary>
    public static string? WhatOf(Claim claim) =>
        claim is { Kind: ClaimKind.Human, ReadTime: null } && claim.Text.StartsWith(Opening, StringComparison.Ordinal) ? claim.Text[Opening.Length..^1] : null;
}
