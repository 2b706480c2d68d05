using Google.Protobuf.WellKnownTypes;

namespace LegTracker.Server.Api;

/// <summary>The fields of a bill that a request asks for.</summary>
/// <remarks>Paths follow google.protobuf.FieldMask: a field, or a field of a single message in it (<c>deadline.sentence</c>); a repeated field is answered whole.</remarks>
internal sealed class BillReadMask
{
    // What a summary leaves out: the costly fields.
    private static readonly string[] Details = ["actions", "versions", "progress", "votes", "hearings", "text", "analyses"];

    private readonly FieldMask? mask;

    private BillReadMask(FieldMask? mask) => this.mask = mask;

    /// <summary>The paths in one fixed form, for page tokens.</summary>
    public string Bound => mask is null ? "" : string.Join(',', mask.Paths.Order(StringComparer.Ordinal));

    /// <summary>No field is wanted that a summary leaves out.</summary>
    public bool IsSummary => !Details.Any(Wants);

    /// <param name="paths">Null or empty for every field.</param>
    /// <exception cref="ApiError">FIELD_INVALID: names the path that is none.</exception>
    public static BillReadMask Read(FieldMask? paths)
    {
        if (paths is null or { Paths.Count: 0 })
        {
            return new BillReadMask(null);
        }

        return paths.Paths.FirstOrDefault(path => !FieldMask.IsValid<V1.Bill>(path)) is { } odd
            ? throw ApiError.FieldInvalid("read_mask", $"'{odd}' is no field of Bill; paths are field names such as stage or deadline.sentence, and a repeated field such as actions is asked for whole")
            : new BillReadMask(paths.Normalize());
    }

    /// <summary>Whether a field, or a part of it, is asked for.</summary>
    /// <param name="field">Name of a field of Bill, as the proto spells it.</param>
    public bool Wants(string field) => mask is null || mask.Paths.Any(path => path == field || path.StartsWith($"{field}.", StringComparison.Ordinal));

    /// <summary>The bill with these fields alone.</summary>
    public V1.Bill Of(V1.Bill whole)
    {
        if (mask is null)
        {
            return whole;
        }

        var asked = new V1.Bill();
        mask.Merge(whole, asked);
        return asked;
    }
}
