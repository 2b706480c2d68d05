using Google.Protobuf.WellKnownTypes;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>What people wrote of a bill as the command line and the bill's detail say it.</summary>
public sealed class HumanLinesTests
{
    private static readonly Timestamp Noon = Timestamp.FromDateTimeOffset(new DateTimeOffset(2025, 9, 20, 19, 0, 0, TimeSpan.Zero));

    private static readonly Bill Ab379 = new()
    {
        Name = "states/ca/sessions/20252026-0/bills/AB379",
        Measure = "AB 379",
        Session = "2025-26",
        Etag = "abc",
        Position = "support",
        PositionAuthor = "Ana",
        PositionTime = Noon,
        Labels = { "youth", "courts" },
        Owner = "Bo",
        WhatItDoes = new HumanText { Text = "make it a crime", Author = "Ana", WriteTime = Noon, ForVersion = "20250AB37999INT", WrittenForOlderVersion = true, ReviewedBy = "Cy", ReviewTime = Noon },
        Notes = new HumanText { Text = "one\n\u001b[31mtwo", Author = "Bo", WriteTime = Noon },
    };

    [Fact]
    public void Each_text_names_its_author_its_version_and_its_reader_and_does_no_harm() => Assert.Equal(
        [
            "  position    support (Ana 2025-09-20 12:00)",
            "  labels      youth, courts",
            "  owner       Bo",
            "  what it does",
            "              make it a crime",
            "              (Ana 2025-09-20 12:00, for 20250AB37999INT; written for an older version: check; read over by Cy 2025-09-20 12:00)",
            "  notes",
            "              one",
            "              [31mtwo",
            "              (Bo 2025-09-20 12:00)",
        ],
        HumanLines.Of(Ab379));

    [Fact]
    public void Nothing_written_is_no_line_and_a_position_of_nobody_says_so()
    {
        Assert.Empty(HumanLines.Of(new Bill()));
        Assert.Equal(["  position    watch (by whom is not recorded)"], HumanLines.Of(new Bill { Position = "watch" }));
    }

    [Fact]
    public void The_bills_detail_has_the_texts_with_their_authors()
    {
        var item = BillItemMapping.From(Ab379);

        Assert.Equal("Bo", item.Owner);
        Assert.Equal<WrittenText>(
            [
                new("position", "support") { Author = "Ana", Written = Noon.ToDateTimeOffset() },
                new("labels", "youth\ncourts"),
                new("owner", "Bo"),
                new("what_it_does", "make it a crime") { Author = "Ana", Written = Noon.ToDateTimeOffset(), ForVersion = "20250AB37999INT", ForOlderVersion = true, ReviewedBy = "Cy", Reviewed = Noon.ToDateTimeOffset() },
                new("notes", "one\n\u001b[31mtwo") { Author = "Bo", Written = Noon.ToDateTimeOffset() },
            ],
            item.Written);
    }

    [Fact]
    public void A_conflict_shows_each_field_of_ones_own_beside_what_is_there()
    {
        var wanted = new UpdateBillRequest
        {
            Bill = new Bill { Priority = 2, Notes = new HumanText { Text = "mine\nalso mine" } },
            UpdateMask = new FieldMask { Paths = { "priority", "notes", "labels" } },
            Reviewed = { "what_it_does" },
        };

        var told = EditConflict.Text(wanted, Ab379).Split('\n');

        Assert.Equal(
            [
                "  priority", "    now:   (empty)", "    yours: 2",
                "  notes", "    now:   one", "           [31mtwo", "           (Bo 2025-09-20 12:00)", "    yours: mine", "           also mine",
                "  labels", "    now:   youth, courts", "    yours: (empty)",
                "  what it does", "    now:   make it a crime", "           (Ana 2025-09-20 12:00, for 20250AB37999INT; written for an older version: check; read over by Cy 2025-09-20 12:00)", "    yours: read over, to stand as it was",
                "To write yours over it, run the command again with --etag abc",
            ],
            told[1..]);
    }
}
