using System.Collections.Frozen;
using LegTracker.Server.Recording;
using static LegTracker.Server.Recording.AccessRole;

namespace LegTracker.Server.Api.Access;

/// <summary>The one table of who may call what. A method that is not in it needs the role admin.</summary>
internal static class MethodRoles
{
    /// <summary>Full method name, <c>/legtracker.v1.BillService/GetBill</c> → the least role.</summary>
    public static FrozenDictionary<string, AccessRole> Table { get; } = new (string Service, AccessRole Role, string Methods)[]
    {
        ("legtracker.v1.BillService", Reader, "GetBill ListBills"),
        ("legtracker.v1.BillService", Editor, "TrackBill UpdateBill UntrackBill"),
        ("legtracker.v1.ChangeService", Reader, "ListChanges WatchChanges"),
        ("legtracker.v1.DiscoveryService", Reader, "ListTopics ListCandidates"),
        ("legtracker.v1.DiscoveryService", Editor, "UpdateTopic AcceptCandidate DismissCandidate"),
        ("legtracker.v1.SourceService", Reader, "ListSources ListPolls ListQuarantined GetQuarantined GetEvidence"),
        ("legtracker.v1.SourceService", Editor, "RunPoll PauseSource ResumeSource"),
        ("legtracker.v1.MeetingService", Reader, "ListMeetings DraftSegment GetSegment ListSegments"),
        ("legtracker.v1.MeetingService", Editor, "CreateMeeting UpdateMeeting DeleteMeeting PublishSegment"),
        ("legtracker.v1.CalendarService", Reader, "ListCalendar"),
        ("legtracker.v1.ServerService", Reader, "GetServerInfo"),
        ("legtracker.v1.AccessService", Admin, "CreateApiKey ListApiKeys RevokeApiKey"),
        ("grpc.health.v1.Health", None, "Check List Watch"),
        ("grpc.reflection.v1.ServerReflection", Reader, "ServerReflectionInfo"),
        ("grpc.reflection.v1alpha.ServerReflection", Reader, "ServerReflectionInfo"),
    }.SelectMany(row => row.Methods.Split(' ').Select(method => KeyValuePair.Create($"/{row.Service}/{method}", row.Role))).ToFrozenDictionary(StringComparer.Ordinal);

    public static AccessRole Needed(string method) => Table.GetValueOrDefault(method, Admin);
}
