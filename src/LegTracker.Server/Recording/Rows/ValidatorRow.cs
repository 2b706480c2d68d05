namespace LegTracker.Server.Recording.Rows;

/// <summary>One validator of a source, for instance Last-Modified of a file.</summary>
internal sealed class ValidatorRow
{
    public required string Source { get; set; }

    public required string Key { get; set; }

    public required string Value { get; set; }
}
