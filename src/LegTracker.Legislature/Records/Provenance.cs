namespace LegTracker.Legislature;

/// <summary>Where and when a value was read: the evidence behind every statement.</summary>
/// <param name="Source">Name of the source: <c>bulk</c> or <c>pages</c>.</param>
/// <param name="Url">Address of the file or page.</param>
/// <param name="FetchTime">When it was fetched, by LegTracker's clock.</param>
/// <param name="ContentSha256">Lower-case hex of the part of the body that matters for this bill.</param>
/// <param name="Poll">Name of the poll: <c>polls/…</c>.</param>
/// <param name="Parser">Name and version of the reader: <c>bulk/1</c>.</param>
public sealed record Provenance(string Source, string Url, DateTimeOffset FetchTime, string ContentSha256, string Poll, string Parser);
