using System.Collections.Immutable;
using Grpc.Core;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>An UpdateBill request, read and checked; what needs the bill as it is now is checked by <see cref="Decide"/>.</summary>
internal sealed class BillUpdate
{
    private const string Unconditional = "*";

    private readonly string etag;
    private readonly HumanEdit edit;

    private BillUpdate(BillId bill, string etag, HumanEdit edit) => (Bill, this.etag, this.edit) = (bill, etag, edit);

    public BillId Bill { get; }

    /// <exception cref="ApiError">FIELD_INVALID with the field's name.</exception>
    public static BillUpdate Read(V1.UpdateBillRequest request, string author)
    {
        var given = request.Bill ?? throw ApiError.FieldInvalid("bill", "is required: its name, its etag and the fields to write");
        var id = BillNames.Read(given.Name, "bill.name");
        var fields = UpdateMask.Read(request.UpdateMask, HumanField.All);
        ImmutableArray<string> reviewed = [.. request.Reviewed.Distinct()];
        if (fields.IsEmpty && reviewed.IsEmpty)
        {
            throw ApiError.FieldInvalid("update_mask", $"is required: it names the fields to write, of {string.Join(", ", HumanField.All)}");
        }

        if (reviewed.FirstOrDefault(field => !HumanField.Texts.Contains(field)) is { } odd)
        {
            throw ApiError.FieldInvalid("reviewed", $"'{odd}' is no text; there are {string.Join(", ", HumanField.Texts)}");
        }

        if (reviewed.FirstOrDefault(fields.Contains) is { } both)
        {
            throw ApiError.FieldInvalid("reviewed", $"'{both}' is named by update_mask too: a text is either written or read over in one call");
        }

        if (given.Etag.Length == 0)
        {
            throw ApiError.FieldInvalid("bill.etag", "is required: read the bill first and send its etag back, or \"*\" to write over whatever is there");
        }

        var wanted = HumanReader.Read(given, fields, "bill.");
        var versions = reviewed.Select(field => KeyValuePair.Create(field, new HumanText("", "", default, HumanReader.Version(HumanMapping.TextOf(given, field)))));
        return new BillUpdate(id, given.Etag, new HumanEdit(fields, wanted with { Texts = wanted.Texts.AddRange(versions) }, Author(author)) { Reviewed = reviewed });
    }

    /// <summary>The edit of the bill as it is now.</summary>
    /// <exception cref="ApiError">ETAG_MISMATCH, TEXT_MISSING for a review of no text, or FIELD_INVALID for a version that the bill does not have.</exception>
    public HumanEdit Decide(TrackedBill bill)
    {
        var present = HumanMapping.Etag(bill.Human);
        if (etag != Unconditional && etag != present)
        {
            throw new ApiError(StatusCode.Aborted, "ETAG_MISMATCH", $"{bill.Id} was edited since it was read; nothing was written. Read it again, and send what you want with the new etag.")
            {
                Metadata = ImmutableDictionary<string, string>.Empty.Add("etag", present),
            };
        }

        if (edit.Reviewed.FirstOrDefault(field => !bill.Human.Texts.ContainsKey(field)) is { } missing)
        {
            throw new ApiError(StatusCode.FailedPrecondition, "TEXT_MISSING", $"{bill.Id} has no {missing} that could be read over.");
        }

        foreach (var (field, text) in edit.Wanted.Texts)
        {
            Require(bill, field, text.ForVersion);
        }

        return edit;
    }

    private static void Require(TrackedBill bill, string field, string? version)
    {
        var versions = bill.Record?.Versions ?? [];
        if (version is null || version == bill.Human.Texts.GetValueOrDefault(field)?.ForVersion || versions.Any(known => known.Id == version))
        {
            return;
        }

        throw ApiError.FieldInvalid($"bill.{field}.for_version", versions.IsEmpty
            ? $"no version of {bill.Id} has been read yet; leave it empty"
            : $"'{version}' is no version of {bill.Id}; there are {string.Join(", ", versions.Select(known => known.Id))}");
    }

    private static string Author(string name) => SourceText.Clean(name) is { Length: > 0 } clean ? clean : Caller.LocalUser;
}
