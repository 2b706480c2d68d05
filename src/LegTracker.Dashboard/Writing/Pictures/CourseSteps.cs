using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing.Pictures;

/// <summary>A step as a picture shows it.</summary>
/// <param name="Name">"Policy committee".</param>
/// <param name="Words">"done", "here", a date: what the form tells too.</param>
internal sealed record CourseStep(string Name, PictureForm Form, string Words);

/// <summary>One house's steps.</summary>
internal sealed record CourseLane(string House, ImmutableArray<CourseStep> Steps);

/// <summary>A bill's course in words: a lane for each house, then concurrence where it matters, Governor, in effect, operative.</summary>
/// <param name="Lanes">The house that the bill began in first.</param>
internal sealed record CourseSteps(ImmutableArray<CourseLane> Lanes, ImmutableArray<CourseStep> Last)
{
    /// <param name="until">The day that the update is worded for.</param>
    public static CourseSteps Of(EntryCourse course, DateOnly until)
    {
        var isOver = course.Steps.Any(step => step.Mark == StepMark.Dead);
        CourseStep Step(LaneStep step) => new(Named(step.Step), FormOf(step.Mark), WordsOf(step.Mark, isOver));
        var lanes = course.Steps.Where(step => step.Lane != Lane.Final).GroupBy(step => step.Lane)
            .Select(lane => new CourseLane(lane.Key == Lane.Assembly ? "Assembly" : "Senate", [.. lane.Select(Step)]));
        var last = course.Steps.Where(step => step.Lane == Lane.Final && (step.Step != "Concur" || step.Mark is StepMark.Here or StepMark.Held or StepMark.Dead)).Select(Step);
        return new CourseSteps([.. lanes], [.. last, .. Law(course, until)]);
    }

    /// <summary>"Assembly: done; Senate: introduced done, policy committee here; Governor: not yet." A lane of one state is told as one.</summary>
    public string Sentence => string.Join("; ", Lanes.Select(lane => $"{lane.House}: {InWords(lane)}").Concat(Last.Select(step => $"{step.Name}: {step.Words}"))) + ".";

    private static string InWords(CourseLane lane)
    {
        var runs = new List<(string Words, List<string> Names)>();
        foreach (var step in lane.Steps)
        {
            if (runs.Count == 0 || runs[^1].Words != step.Words)
            {
                runs.Add((step.Words, []));
            }

            runs[^1].Names.Add(step.Name.ToLowerInvariant());
        }

        return runs.Count == 1 ? runs[0].Words : string.Join(", ", runs.Select(run => $"{string.Join(" and ", run.Names)} {run.Words}"));
    }

    private static IEnumerable<CourseStep> Law(EntryCourse course, DateOnly until)
    {
        if (!course.IsLaw)
        {
            yield break;
        }

        yield return Dated("In effect", course.Effective, until, "date not known");
        if (course.Operative is { } operative)
        {
            yield return Dated(course.OperativePart.Length == 0 ? "Operative" : "A part operative", operative, until, "");
        }
        else if (!course.IsOperativeChecked)
        {
            yield return new CourseStep("Operative", PictureForm.Skipped, "not checked");
        }
    }

    private static CourseStep Dated(string name, DateOnly? day, DateOnly until, string unknown) => day switch
    {
        null => new CourseStep(name, PictureForm.Skipped, unknown),
        { } date when date <= until => new CourseStep(name, PictureForm.Done, $"since {Wording.Day(date)}"),
        { } date => new CourseStep(name, PictureForm.ToCome, $"from {Wording.Day(date)}"),
    };

    private static string Named(string step) => step switch
    {
        "Intro" => "Introduced",
        "Policy" => "Policy committee",
        "Fiscal" => "Fiscal committee",
        "Concur" => "Agreement",
        _ => step,
    };

    private static PictureForm FormOf(StepMark mark) => mark switch
    {
        StepMark.Done => PictureForm.Done,
        StepMark.Here => PictureForm.Here,
        StepMark.Skipped => PictureForm.Skipped,
        StepMark.Held => PictureForm.Held,
        StepMark.Dead => PictureForm.Stopped,
        StepMark.Law => PictureForm.Law,
        _ => PictureForm.ToCome,
    };

    private static string WordsOf(StepMark mark, bool isOver) => mark switch
    {
        StepMark.Done => "done",
        StepMark.Here => "here",

        // A record that begins late has no line of it either: what is not there is not told as left out.
        StepMark.Skipped => "not recorded",
        StepMark.Held => "held here",
        StepMark.Dead => "stopped here",
        StepMark.Law => "became law",
        _ => isOver ? "not reached" : "not yet",
    };
}
