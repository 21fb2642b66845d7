using FsCheck;
using FsCheck.Fluent;

namespace Dreaming.Dreams.Tests;

internal static class Law
{
    /// <summary>Checks a law on a hundred cases, the same ones every time.</summary>
    public static void Holds(Property law) => Check.One(Config.QuickThrowOnFailure.WithReplay(20260302, 9, 0), law);
}
