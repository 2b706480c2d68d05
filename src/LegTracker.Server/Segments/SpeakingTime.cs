namespace LegTracker.Server.Segments;

/// <summary>How long an item takes to say: its words at a calm pace for listeners of many kinds.</summary>
internal static class SpeakingTime
{
    private const int WordsAMinute = 130;
    private const int Step = 5;
    private const int LeastOfBill = 15;

    /// <summary>Seconds, in steps of 5; open places of missing texts are not said.</summary>
    public static int Of(SegmentItem item)
    {
        var words = item.Claims.Where(claim => MissingText.WhatOf(claim) is null).Sum(claim => claim.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);
        var seconds = (((words * 60) + (WordsAMinute * Step) - 1) / (WordsAMinute * Step)) * Step;
        return item.Bill is null ? seconds : Math.Max(LeastOfBill, seconds);
    }
}
