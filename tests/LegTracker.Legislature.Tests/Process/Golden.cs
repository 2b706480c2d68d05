using System.Globalization;

namespace LegTracker.Legislature.Tests;

/// <summary>A text that was read line by line by a person and must not change; rewritten with UPDATE_GOLDEN=1.</summary>
public static class Golden
{
    public static void Matches(string name, string actual)
    {
        var path = Path.Combine(Histories.TestFolder, "Goldens", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is absent: read it and write it with UPDATE_GOLDEN=1");
        Assert.Equal(File.ReadAllText(path), actual);
    }

    /// <summary>One line an action: date, text, kinds, stage after; then what holds at the end.</summary>
    public static string Of(BillProgress progress)
    {
        var lines = progress.Actions.Select(action => string.Create(
            CultureInfo.InvariantCulture,
            $"{action.Line.Date:yyyy-MM-dd} | {action.Line.Text} | {string.Join(", ", action.Kinds)} | {action.StageAfter}"));
        return string.Join('\n', lines) + string.Create(CultureInfo.InvariantCulture, $"""


            as of {progress.AsOf:yyyy-MM-dd}: {progress.Stage} since {progress.Since:yyyy-MM-dd}
            cause {progress.Cause?.Line?.Text ?? progress.Cause?.Rule}
            location {progress.Location ?? "none"}, committee {progress.Committee ?? "none"}
            two-year {progress.TwoYear}, next hearing {progress.NextHearing:yyyy-MM-dd}
            signed {progress.SignedDate:yyyy-MM-dd}, chapter {progress.Chapter?.Number}, effective {progress.EffectiveDate:yyyy-MM-dd}
            marks {string.Join(' ', progress.Marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.House}{mark.Step}:{mark.State}@{mark.Date:MM-dd}")))}
            {StageWords.Sentence(progress)}

            """);
    }
}
