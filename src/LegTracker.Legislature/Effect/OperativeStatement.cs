using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What a sentence of a bill says of its part of the law.</summary>
public enum OperativeKind
{
    /// <summary>It is in operation from the date on, or once the condition is met.</summary>
    Operative,

    /// <summary>It is in operation until the date.</summary>
    Inoperative,

    /// <summary>It leaves the law on the date.</summary>
    Repealed,
}

/// <summary>One sentence of a bill's digest or text on when a part of it begins or ends to be in operation.</summary>
/// <param name="Date">Null when the sentence gives a condition alone.</param>
/// <param name="Condition">Null when the sentence gives none.</param>
/// <param name="Part">What it speaks of: "Section 1.5 of this bill", "Section 3345.1 of the Civil Code", "this act"; null for what the sentence itself says.</param>
/// <param name="Sentence">The source, verbatim: a piece of the text that was read, its white space included.</param>
public sealed record OperativeStatement(OperativeKind Kind, DateOnly? Date, OperativeCondition? Condition, string? Part, string Sentence);

/// <summary>What must happen before a part of a bill is in operation.</summary>
/// <param name="Words">The condition, verbatim from its "if", "unless" or "upon" on. Only the words tell whether all the bills are needed or one of them.</param>
/// <param name="Bills">The other bills that it wants enacted, in their order; empty when it is of another kind.</param>
public sealed record OperativeCondition(string Words, ImmutableArray<BillId> Bills);
