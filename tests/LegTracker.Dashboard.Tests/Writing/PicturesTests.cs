using System.Collections.Immutable;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Pictures;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class PicturesTests
{
    private static readonly DateOnly Until = new(2025, 3, 3);

    [Fact]
    public void A_law_shows_both_lanes_done_the_Governor_and_its_dates()
    {
        var picture = ProgressDrawing.Of(Law(), Until, long.MaxValue)!;

        Assert.Equal("Progress of AB 1831. Assembly: done; Senate: done; Governor: became law; In effect: since January 1, 2025; Operative: not checked.", picture.Description);
        Assert.Equal(["Assembly", "Senate"], picture.Shapes.Where(shape => shape.Form == PictureForm.Label).Select(shape => shape.Lines[0]));
        Assert.Equal("Governor, became law", string.Join(", ", Assert.Single(picture.Shapes, shape => shape.Form == PictureForm.Law).Lines));
        Assert.Equal(8 + 1, picture.Shapes.Count(shape => shape.Form == PictureForm.Done));
    }

    [Fact]
    public void A_date_to_come_a_part_and_a_day_that_is_not_known_are_said()
    {
        string Sentence(DateOnly? effective, DateOnly? operative, string part, bool isChecked) =>
            CourseSteps.Of(Law().Course! with { Effective = effective, Operative = operative, OperativePart = part, IsOperativeChecked = isChecked }, Until).Sentence;

        Assert.EndsWith("In effect: from January 1, 2026.", Sentence(new(2026, 1, 1), null, "", true), StringComparison.Ordinal);
        Assert.EndsWith("In effect: since January 1, 2025; A part operative: from July 1, 2026.", Sentence(new(2025, 1, 1), new(2026, 7, 1), "Section 2", true), StringComparison.Ordinal);
        Assert.EndsWith("In effect: date not known; Operative: not checked.", Sentence(null, null, "", false), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bill_that_moves_is_here_and_nothing_is_promised_of_what_may_follow()
    {
        var steps = CourseSteps.Of(Course(StepMark.Done, StepMark.Here), Until);

        Assert.Equal("Assembly: introduced done, policy committee here, fiscal committee and floor not yet; Senate: not yet; Governor: not yet.", steps.Sentence);
        Assert.DoesNotContain(steps.Last, step => step.Name == "In effect");
    }

    [Fact]
    public void What_the_history_at_hand_does_not_reach_back_to_is_told_as_not_known_and_never_as_done_or_skipped()
    {
        var partial = Course(StepMark.Unknown, StepMark.Unknown);
        var law = new EntryCourse([.. House(Lane.Senate, StepMark.Unknown), .. House(Lane.Assembly, StepMark.Unknown), new(Lane.Final, "Concur", StepMark.Unknown), new(Lane.Final, "Governor", StepMark.Law)], null, null, "", true);

        Assert.StartsWith("Assembly: introduced and policy committee not known, fiscal committee and floor not yet; Senate: not yet;", CourseSteps.Of(partial, Until).Sentence, StringComparison.Ordinal);
        Assert.Equal("Senate: not known; Assembly: not known; Governor: became law; In effect: date not known.", CourseSteps.Of(law, Until).Sentence);
        var several = SeveralDrawing.Of([Content().Parts.Single(part => part.Kind == PartKind.Moving).Entries[0] with { Course = law }], Until, long.MaxValue)!;
        Assert.Equal("AB 9379: Senate: not known; Assembly: not known; Governor: became law; In effect: date not known.", several.Description);
    }

    [Fact]
    public void Bills_of_one_table_have_a_row_each_with_a_box_for_each_house()
    {
        var moving = Content().Parts.Single(part => part.Kind == PartKind.Moving).Entries;
        var between = Course(StepMark.Done, StepMark.Done);

        var picture = SeveralDrawing.Of([moving[0], moving[1] with { Course = between }], Until, long.MaxValue)!;

        Assert.Equal(
            "AB 9379: Assembly: policy committee, here; Senate: not yet; Governor: not yet. SB 9646: Assembly: policy committee done, fiscal committee not yet; Senate: not yet; Governor: not yet.",
            picture.Description);
        Assert.Equal(["AB 9379", "SB 9646"], picture.Shapes.Where(shape => shape.Form == PictureForm.Label).Select(shape => shape.Lines[0]));
        Assert.Equal(1, picture.Shapes.Count(shape => shape.Form == PictureForm.Here));
    }

    [Fact]
    public void A_bill_that_stopped_reaches_nothing_more()
    {
        var steps = CourseSteps.Of(Course(StepMark.Done, StepMark.Dead), Until);

        Assert.Equal("Assembly: introduced done, policy committee stopped here, fiscal committee and floor not reached; Senate: not reached; Governor: not reached.", steps.Sentence);
    }

    [Fact]
    public void Every_state_has_its_own_shape_and_words_so_that_colour_is_not_needed()
    {
        var marks = Enum.GetValues<StepMark>();
        var steps = marks.Select(mark => CourseSteps.Of(new EntryCourse([new LaneStep(Lane.Final, "Governor", mark)], null, null, "", true), Until).Last[0]).ToList();

        Assert.Equal(marks.Length, steps.Select(step => step.Form).Distinct().Count());
        Assert.Equal(marks.Length, steps.Select(step => step.Words).Distinct().Count());
    }

    [Fact]
    public void Text_in_shapes_has_a_contrast_of_at_least_4_5_to_1()
    {
        Assert.All(Enum.GetValues<PictureForm>(), form =>
        {
            var (fill, _, text) = PictureColors.Of(form);
            var (light, dark) = (Luminance(fill), Luminance(text));
            Assert.True((Math.Max(light, dark) + 0.05) / (Math.Min(light, dark) + 0.05) >= 4.5, form.ToString());
        });
    }

    [Fact]
    public void A_deck_with_pictures_is_sound_the_same_twice_and_each_picture_stands_free_with_alternative_text()
    {
        using var deck = Decks.Open(Content());

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(deck).Select(error => error.Description));
        Assert.Empty(DeckChecks.Of(deck));
        Assert.Equal(Decks.Bytes(Content()), Decks.Bytes(Content()));
        var pictures = deck.Slides().SelectMany(Pictures).ToList();
        Assert.Equal(["Number of bills by section", "Progress of AB 1831", "Progress of AB 9200", "Progress of AB 9379, SB 9646"], pictures.Select(picture => Drawing(picture).Name!.Value).Order());
        Assert.All(pictures, picture =>
        {
            Assert.InRange(Drawing(picture).Description!.Value!.Length, 20, 250);
            var group = picture.GroupShapeProperties!.TransformGroup!;
            var (left, top, right, bottom) = Edges(group.Offset!, group.Extents!);
            Assert.InRange(bottom, DeckMeasures.Body.Y, DeckMeasures.Footer.Y);
            Assert.All(picture.Descendants<P.ShapeProperties>(), shape =>
            {
                var box = Edges(shape.Transform2D!.Offset!, shape.Transform2D.Extents!);
                Assert.True(box.Left >= left && box.Top >= top && box.Right <= right && box.Bottom <= bottom);
            });
        });
        Assert.Empty(LeftOut(Content()));
    }

    [Fact]
    public void Slides_without_pictures_are_as_before_but_for_the_new_shapes()
    {
        using var deck = Decks.Open(Content());
        using var bare = Decks.Open(Content() with { Parts = [.. Content().Parts.Select(part => part with { Entries = [.. part.Entries.Select(entry => entry with { Course = null })] })] });

        foreach (var picture in deck.Slides().Concat(bare.Slides()).SelectMany(Pictures).ToList())
        {
            picture.Remove();
        }

        Assert.Equal(bare.Slides().Select(slide => slide.Slide.OuterXml), deck.Slides().Select(slide => slide.Slide.OuterXml));
    }

    [Fact]
    public void A_bills_picture_beside_dates_of_another_bill_carries_its_number()
    {
        var content = PlainText.Of(Content());
        var stopped = DeckPlan.Of(content, Decks.Room).Single(slide => slide.Group == "Stopped or waiting");
        var merged = stopped with { Entries = [.. stopped.Entries, .. content.Parts.Single(part => part.Kind == PartKind.ComingDates).Entries] };
        IEnumerable<string> Labels(SlidePlan slide) => SlidePictures.Placed([slide], content, Decks.Room)[0].Picture!.Shapes.Where(shape => shape.Form == PictureForm.Label).Select(shape => shape.Lines[0]);

        Assert.Equal(["Assembly", "Senate"], Labels(stopped));
        Assert.Equal(["AB 9200"], Labels(merged));
    }

    [Fact]
    public void A_picture_that_does_not_fit_is_left_out_and_said()
    {
        var words = string.Join(' ', Enumerable.Repeat("considerable", 12));
        var full = Law() with { Statements = [.. Law().Statements.Take(1).SelectMany(statement => Enumerable.Repeat(statement with { Text = words, Flag = "" }, 5))] };
        var content = SegmentSamples.Content(10, [new SegmentPart(PartKind.NowInCalifornia, "Now in California", [full])]);

        using var deck = Decks.Open(content);

        Assert.Empty(deck.Slides().SelectMany(Pictures));
        Assert.Matches("no picture, slide 2: \"Progress of AB 1831\" needs [0-9.]+ inches, its text leaves [0-9.]+", Assert.Single(LeftOut(content)));
    }

    [Fact]
    public void The_bars_are_as_long_as_the_counts()
    {
        var picture = CountsChart.Of(Content(), long.MaxValue)!;

        var bars = picture.Shapes.Where(shape => shape.Form == PictureForm.Bar).Select(shape => shape.Box.Width).ToList();
        Assert.Equal("Number of bills by section. Now in California: 1; Moving in the Legislature: 2; Stopped or waiting: 1.", picture.Description);
        Assert.Equal([bars[1] / 2, bars[1], bars[1] / 2], bars);
        Assert.Null(CountsChart.Of(SegmentSamples.Empty(), long.MaxValue));
        Assert.Null(CountsChart.Of(Content() with { Parts = [.. Content().Parts.Where(part => part.Kind == PartKind.NowInCalifornia)] }, long.MaxValue));
    }

    /// <summary>The March sample with the course of its law and of the bill that stopped; two bills move in one table.</summary>
    internal static SegmentContent Content()
    {
        var content = SegmentSamples.March2025();
        return content with
        {
            Parts = [.. content.Parts.Select(part => part with
            {
                Entries = [.. part.Entries.Select(entry => part.Kind switch
                {
                    PartKind.NowInCalifornia => entry with { Course = Law().Course },
                    PartKind.Moving => entry with { Course = Course(StepMark.Done, StepMark.Here) },
                    PartKind.Stopped => entry with { Course = Course(StepMark.Done, StepMark.Dead) },
                    _ => entry,
                })],
            })],
        };
    }

    private static SegmentEntry Law() => SegmentSamples.Law("AB 1831", "Berman", "Crimes: child pornography.", "January 1, 2025") with
    {
        Course = new EntryCourse([.. House(Lane.Assembly, StepMark.Done), .. House(Lane.Senate, StepMark.Done), new(Lane.Final, "Concur", StepMark.Done), new(Lane.Final, "Governor", StepMark.Law)],
            new DateOnly(2025, 1, 1), null, "", false),
    };

    private static EntryCourse Course(StepMark first, StepMark second)
    {
        ImmutableArray<LaneStep> assembly = [.. House(Lane.Assembly, StepMark.ToCome)];
        return new EntryCourse(
            [assembly[0] with { Mark = first }, assembly[1] with { Mark = second }, .. assembly[2..], .. House(Lane.Senate, StepMark.ToCome), new(Lane.Final, "Concur", StepMark.ToCome), new(Lane.Final, "Governor", StepMark.ToCome)],
            null, null, "", false);
    }

    private static IEnumerable<LaneStep> House(Lane lane, StepMark mark) => new[] { "Intro", "Policy", "Fiscal", "Floor" }.Select(step => new LaneStep(lane, step, mark));

    private static IEnumerable<P.GroupShape> Pictures(SlidePart slide) => slide.Slide.Descendants<P.GroupShape>();

    private static P.NonVisualDrawingProperties Drawing(P.GroupShape group) => group.NonVisualGroupShapeProperties!.NonVisualDrawingProperties!;

    private static (long Left, long Top, long Right, long Bottom) Edges(D.Offset offset, D.Extents extents) =>
        (offset.X!.Value, offset.Y!.Value, offset.X.Value + extents.Cx!.Value, offset.Y.Value + extents.Cy!.Value);

    private static double Luminance(string color)
    {
        double Channel(int at)
        {
            var part = Convert.ToInt32(color.Substring(at, 2), 16) / 255.0;
            return part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    private static IReadOnlyList<string> LeftOut(SegmentContent content) => PptxSegment.Write(content, new MemoryStream());
}
