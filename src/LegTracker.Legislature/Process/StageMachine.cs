namespace LegTracker.Legislature;

/// <summary>Moves a standing by one line, and counts what in the line does not fit where the measure stood.</summary>
/// <remarks>
/// A misfit is applied all the same, because histories may begin in the middle; the count only serves to find the order of a day's lines.
/// What is final stays final: a chaptered measure never moves, a vetoed one only by being chaptered.
/// </remarks>
internal static partial class StageMachine
{
    public static (Standing After, int Misfits) Apply(Standing before, LineReading line)
    {
        var (standing, misfits) = (before, 0);
        foreach (var phrase in line.Phrases)
        {
            if (!MayMove(standing, phrase.Move))
            {
                misfits += IsExpectedAfterTheEnd(standing, phrase.Move) ? 0 : 1;
                continue;
            }

            misfits += Fits(standing, phrase, line) ? 0 : 1;
            standing = Moved(standing, phrase, line);
        }

        return (standing, misfits);
    }

    private static bool MayMove(Standing at, Move move) => at.Place switch
    {
        Place.Chaptered => false,
        Place.Vetoed => move is Move.Chapter,
        Place.Signed or Place.Unsigned => move is Move.Chapter or Move.Sign or Move.Veto,
        Place.Governor => move is Move.Chapter or Move.Sign or Move.BecomeLawUnsigned or Move.Veto or Move.ReturnFromGovernor
            or Move.WithdrawFromEnrolling or Move.Rescind,
        Place.Dead => move is Move.Chapter or Move.Sign or Move.BecomeLawUnsigned or Move.Veto or Move.Present or Move.Pass or Move.Concur,
        _ => true,
    };

    private static bool IsExpectedAfterTheEnd(Standing at, Move move) => move == Move.None
        || at.Place == Place.Vetoed && move is (Move.ArriveIn or Move.AfterVeto)
        || at.Place == Place.Dead && move is Move.Die;

    private static Standing Moved(Standing at, Phrase phrase, LineReading line) => phrase.Move switch
    {
        Move.Introduce or Move.ReadFirst or Move.Print => at.Place == Place.Nowhere ? at with { Place = Place.Desk } : at,
        Move.ArriveIn => Arrived(at, phrase.House ?? at.At),
        Move.AwaitAssignment => at with { Place = at.Place == Place.Nowhere ? Place.Desk : at.Place, Committee = Named(at, phrase) },
        Move.Refer or Move.Rerefer => Referred(at, phrase),
        Move.AmendByAuthor => Amended(at) with { Place = Place.Committee, Committee = Named(at, phrase) ?? at.Committee, AwaitsSecondReading = true },
        Move.Report => phrase.Committees is null && !phrase.Text.EndsWith("committee", StringComparison.OrdinalIgnoreCase)
            ? OnFloor(at)
            : at with { Place = Place.Committee, Committee = Named(at, phrase) ?? at.Committee, AwaitsSecondReading = phrase.AsAmended },
        Move.ReportConcurrence or Move.AwaitConcurrence => at with { At = at.Id.HouseOfOrigin, FirstPassed = true, SecondPassed = true, Place = Place.Unfinished, Committee = null },
        Move.SetHearing => at.Place == Place.Held ? at with { Place = Place.Committee } : at,
        Move.PlaceOnSuspense => at with { Place = Place.Suspense, Committee = Named(at, phrase) ?? at.Committee },
        Move.Hold => at with { Place = Place.Held },
        Move.Fail => at.IsInCommittee || line.IsInCommittee ? at with { Place = Place.Held }
            : at with { BeforeVote = OnFloor(at).Bare, Place = Place.Floor, Failed = true },
        Move.GrantReconsideration => at.IsInCommittee || line.IsInCommittee ? at with { Place = Place.Committee } : at.BeforeVote ?? at,
        Move.RefuseReconsideration => at is { Place: Place.Floor, Failed: true } ? Died(at) : at,
        Move.ReadSecond => at with { AwaitsSecondReading = false },
        Move.ReadThird => at.Place is Place.Floor or Place.Passed or Place.Unfinished or Place.Enrolling ? at : OnFloor(at),
        Move.Amend => Amended(at),
        Move.OrderToFloorFile or Move.TakeFromInactive or Move.Withdraw => OnFloor(at),
        Move.PlaceOnInactive => at with { Place = Place.Inactive, Committee = null },
        Move.HoldAtDesk => at with { Place = at.Place is Place.Filed ? Place.Filed : Place.Desk, Committee = null },
        Move.Pass or Move.Adopt => Passed(at, line),
        Move.OrderTo => at.Place is Place.Passed or Place.Filed ? at : at with { Place = Place.Sent, Committee = null },
        Move.Concur => BothPassed(at) with { BeforeVote = (BothPassed(at) with { Place = Place.Unfinished }).Bare },
        Move.Confer => at with { Place = Place.Conference, Committee = null },
        Move.OrderToEnrolling or Move.Enroll or Move.ReturnFromGovernor => BothPassed(at),
        Move.WithdrawFromEnrolling => BothPassed(at) with { Place = Place.Desk },
        Move.Present => BothPassed(at) with { Place = Place.Governor },
        Move.FileWithSecretary => BothPassed(at) with { Place = Place.Filed },
        Move.Sign => at with { Place = Place.Signed, Committee = null },
        Move.BecomeLawUnsigned => at with { Place = Place.Unsigned, Committee = null },
        Move.Veto => BothPassed(at) with { Place = Place.Vetoed },
        Move.Chapter => at with { Place = Place.Chaptered, Committee = null },
        Move.Rescind => Rescinded(at, phrase),
        Move.Die => Died(at),
        _ => at,
    };

    private static Standing Arrived(Standing at, House house)
    {
        var there = at with { At = house, Place = Place.Desk, Committee = null };
        return house == at.Id.HouseOfOrigin ? there : there with { FirstPassed = true };
    }

    private static Standing Referred(Standing at, Phrase phrase) => at with
    {
        Place = Place.Committee,
        Committee = Named(at, phrase) ?? at.Committee,
        AwaitsSecondReading = false,
        BeforeReferral = at.Place == Place.Committee ? at.BeforeReferral ?? at.Bare : at.Bare,
    };

    private static Standing Passed(Standing at, LineReading line)
    {
        var by = line.SentTo?.Other() ?? at.At;
        var voted = at with { At = by, BeforeVote = (OnFloor(at) with { At = by }).Bare, Failed = false, Committee = null, AwaitsSecondReading = false };
        return at.IsOfOneHouse ? voted with { Place = Place.Filed }
            : by == at.Id.HouseOfOrigin ? voted with { Place = Place.Passed, FirstPassed = true, SecondPassed = false, AmendedThere = false }
            : voted with { Place = Place.Passed, FirstPassed = true, SecondPassed = true };
    }

    private static Standing Rescinded(Standing at, Phrase phrase)
    {
        var text = phrase.Text;
        if (text.Contains("concurred", StringComparison.OrdinalIgnoreCase))
        {
            return BothPassed(at) with { Place = Place.Unfinished };
        }

        if (text.Contains("passed", StringComparison.OrdinalIgnoreCase) || text.Contains("adopted", StringComparison.OrdinalIgnoreCase))
        {
            var by = text.Contains("to the Senate", StringComparison.OrdinalIgnoreCase) || text.Contains("to Senate", StringComparison.OrdinalIgnoreCase) ? House.Assembly
                : text.Contains("to the Assembly", StringComparison.OrdinalIgnoreCase) || text.Contains("to Assembly", StringComparison.OrdinalIgnoreCase) ? House.Senate
                : at.At;
            var back = OnFloor(at) with { At = by, SecondPassed = false };
            return by == at.Id.HouseOfOrigin ? back with { FirstPassed = false } : back;
        }

        if (text.Contains("referred", StringComparison.OrdinalIgnoreCase))
        {
            return at.BeforeReferral ?? at;
        }

        return text.Contains("amended", StringComparison.OrdinalIgnoreCase) ? OnFloor(at) : at;
    }

    private static Standing OnFloor(Standing at) => at with { Place = Place.Floor, Committee = null, AwaitsSecondReading = false };

    private static Standing Amended(Standing at) => at.InOrigin ? at : at with { AmendedThere = true };

    private static Standing BothPassed(Standing at) =>
        at with { At = at.Id.HouseOfOrigin, Place = Place.Enrolling, FirstPassed = true, SecondPassed = true, Committee = null, AwaitsSecondReading = false };

    private static Standing Died(Standing at) => at with { Place = Place.Dead, Committee = null, BeforeDeath = at.Bare };

    private static string? Named(Standing at, Phrase phrase) => phrase.Committees is { } list
        ? Committees.Split(list, at.At).Select(abbreviation => Committees.Name(abbreviation, at.At)).FirstOrDefault()
        : null;
}
