using FsCheck;
using FsCheck.Fluent;

namespace LegTracker.Legislature.Tests;

/// <summary>Generators for properties; a failure prints the seed to replay it with.</summary>
public static class Samples
{
    public static Gen<Session> Sessions =>
        from pair in Gen.Choose(950, 1025)
        from extraordinary in Gen.Choose(0, 9)
        select new Session(pair * 2 + 1, extraordinary);

    public static Gen<BillId> Bills =>
        from session in Sessions
        from type in Gen.Elements(Enum.GetValues<MeasureType>())
        from number in Gen.Choose(1, 99999)
        select new BillId(session, type, number);

    /// <summary>Texts of any characters, with those that spellings are made of more often.</summary>
    public static Gen<string> Texts => Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        from parts in Gen.ListOf(Gen.Elements("AB", "SB", "X1", "X٣", " ", "-", "1394", "２０２３", "2023-24", "ca/", "20232024-0", "(", ")", ".", "Com. on ", "APPR.", "\u202e", "\ud800"))
        select string.Concat(parts));

    public static void Properties<T>(Gen<T> values, Func<T, bool> holds) => Prop.ForAll(Arb.From(values), holds).QuickCheckThrowOnFailure();
}
