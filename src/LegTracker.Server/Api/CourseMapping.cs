using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>The marks of a bill's progress as the API's message.</summary>
internal static class CourseMapping
{
    public static V1.ProgressMark Of(ProgressMark mark) => new()
    {
        House = EnumMapping.Of(mark.House),
        Step = EnumMapping.Of(mark.Step),
        State = EnumMapping.Of(mark.State),
        Date = Mapping.Day(mark.Date),
    };
}
