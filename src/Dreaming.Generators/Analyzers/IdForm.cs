using System.Text.RegularExpressions;
using Dreaming.Generators.Parsing;
using Dreaming.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Dreaming.Generators.Analyzers;

/// <summary>Ids are kebab-case.</summary>
internal static class IdForm
{
    private static readonly Regex Kebab = new(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant);

    public static void Check(AttributeData attribute, ISymbol on, IRuleSink sink) => Check(attribute, attribute.Text(0), on, sink);

    public static void Check(AttributeData attribute, string id, ISymbol on, IRuleSink sink)
    {
        if (!Kebab.IsMatch(id))
            sink.Report(UsageRules.IdForm, attribute.Location(on), id);
    }
}
