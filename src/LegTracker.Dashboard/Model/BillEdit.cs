namespace LegTracker.Dashboard.Model;

/// <summary>An edit of a bill that the server has not taken yet.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Bill">Resource name of the bill.</param>
/// <param name="Field">Id of the field.</param>
/// <param name="Before">The value that it was made from.</param>
/// <param name="After">What is to be written; empty clears the field.</param>
/// <param name="Etag">The bill's etag that it was made from.</param>
internal sealed record BillEdit(string Id, string Bill, string Measure, string Field, string Before, string After, string Etag, DateTimeOffset Made)
{
    public EditState State { get; init; }

    /// <summary>What is said once it is written; empty for the plain words.</summary>
    public string Words { get; init; } = "";

    /// <summary>In a conflict: what is there now, with who wrote it; null when the field is empty now.</summary>
    public WrittenText? Theirs { get; init; }

    /// <summary>In a conflict: the bill's etag now.</summary>
    public string TheirEtag { get; init; } = "";

    /// <summary>Why the server refused it, in words; empty when it did not.</summary>
    public string Reason { get; init; } = "";
}

/// <summary>How far an edit is.</summary>
internal enum EditState
{
    Waiting,

    /// <summary>The server has been asked; it may have been written.</summary>
    Sending,

    /// <summary>Somebody else wrote the field since: a person has to decide.</summary>
    Conflict,

    /// <summary>The server will not take it.</summary>
    Refused,
}

/// <summary>A text that was begun and not sent; kept until it is sent or thrown away on purpose.</summary>
/// <param name="Before">The value that it was begun from.</param>
/// <param name="Etag">The bill's etag that it was begun from.</param>
internal sealed record Draft(string Bill, string Measure, string Field, string Text, string Before, string Etag);

/// <summary>An edit that can be taken back, or done again.</summary>
/// <param name="Edit">Id of the edit.</param>
internal sealed record EditStep(string Edit, string Bill, string Measure, string Field, string Before, string After);
