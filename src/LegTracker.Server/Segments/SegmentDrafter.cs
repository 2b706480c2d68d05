using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>Drafts the meeting's legislative update: a function of the record, the period and the instant alone.</summary>
internal static class SegmentDrafter
{
    /// <summary>The team's name as it writes it; it defines CSEC.</summary>
    public const string Title = "California Commercial Sexual Exploitation of Children (CSEC) Action Team: legislative update";

    /// <param name="bills">The whole watch list, each with its progress as of the until date.</param>
    /// <param name="asOf">When the record was read.</param>
    /// <param name="revision">The record's newest revision then.</param>
    public static SegmentDraft Draft(SegmentRequest request, IReadOnlyList<SegmentBill> bills, DateTimeOffset asOf, long revision)
    {
        var confirmed = bills.Select(bill => Selection.Of(request, bill)).OfType<SelectedBill>().ToImmutableArray();
        var known = confirmed.Select(bill => bill.Progress.Id).ToHashSet();
        var unconfirmed = bills.Select(bill => bill.Bill.Id).Where(id => !known.Contains(id)).ToImmutableArray();
        var placed = confirmed
            .Where(bill => bill.Section is not null && !Arranging.IsLeftOut(request, bill.Progress.Id))
            .GroupBy(bill => bill.Section!.Value)
            .SelectMany(group => Arranging.InOrder(request, SegmentOrder.Of(group.Key, group)))
            .ToLookup(bill => bill.Section!.Value);

        // In reading order, so that each short form is written out where it stands first.
        var names = new BillNames(placed.SelectMany(group => group).Concat(confirmed.Where(bill => Arranging.IsLeftOut(request, bill.Progress.Id))));
        var relations = new BillRelations(confirmed, placed.SelectMany(group => group).Select(bill => bill.Progress.Id).ToHashSet());
        var empty = SegmentNotes.Empty(request, confirmed, unconfirmed.Length);
        var read = SourcesRead.Of(confirmed);
        var sections = new List<SegmentSection> { GlanceSection.Of(request, placed, empty, names, read.LastTime ?? asOf, revision) };
        AddBills(SectionKind.NowInCalifornia, "Now in California", LawItems.Now);
        AddBills(SectionKind.Coming, "Coming: new laws", LawItems.Coming);
        AddBills(SectionKind.Governor, "On the Governor's desk", PendingItems.Governor);
        AddBills(SectionKind.Moving, "Moving in the Legislature", PendingItems.Moving);
        AddBills(SectionKind.Adopted, "Adopted resolutions", PendingItems.Adopted);
        AddBills(SectionKind.Stopped, "Stopped or waiting", PendingItems.Stopped);
        if (DatesSection.Of(request, placed, names) is { } dates)
        {
            sections.Add(dates);
        }

        var notes = SegmentNotes.Of(request, placed, confirmed, unconfirmed, names, asOf);
        if (Arranging.Untracked(request, bills) is { } untracked)
        {
            notes = notes.Add(untracked);
        }

        var left = Arranging.LeftOut(request, bills, confirmed, names);
        sections.Add(TermsSection.Of(names.Used, sections, read.LastTime ?? asOf));
        return new SegmentDraft(Title, request.Since, request.Until, asOf, revision, request.Minutes, Number(sections), MissingOf(sections), notes)
        {
            Read = read,
            SinceRevision = request.After?.Revision ?? 0,
            LeftOut = left,
        };

        void AddBills(SectionKind kind, string title, Func<SelectedBill, BillNames, BillRelations, SegmentItem> item)
        {
            if (placed.Contains(kind))
            {
                sections.Add(new SegmentSection(kind, title, [.. placed[kind].Select(bill => Arranging.Item(request, bill, item(bill, names, relations)))]));
            }
        }
    }

    /// <summary>The sections with their claims numbered in reading order.</summary>
    public static ImmutableArray<SegmentSection> Number(IEnumerable<SegmentSection> sections)
    {
        var last = 0;
        Claim Numbered(Claim claim) => claim with { Id = string.Create(CultureInfo.InvariantCulture, $"c{++last}") };
        return [.. sections.Select(section => section with
        {
            Items = [.. section.Items.Select(item => item with
            {
                Claims = [.. item.Claims.Select(Numbered)],
                Changes = [.. item.Changes.Select(Numbered)],
            })],
        })];
    }

    /// <summary>The texts that a person has still to write, or to check against a newer version: "AB 1394: what it does".</summary>
    public static ImmutableArray<string> MissingOf(IEnumerable<SegmentSection> sections) =>
    [
        .. from section in sections
           from item in section.Items
           where item.Bill is not null
           from claim in item.Claims
           let what = MissingText.WhatOf(claim) ?? claim.ToCheck
           where what.Length > 0
           select $"{item.Bill!.Value.Measure}: {what}",
    ];
}
