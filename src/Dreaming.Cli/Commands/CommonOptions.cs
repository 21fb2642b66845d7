using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace Dreaming.Cli.Commands;

/// <summary>What several verbs take, in the same words.</summary>
internal static class CommonOptions
{
    private const string Text = "text";
    private const string Json = "json";

    public static Argument<string> Domain() => new("DOMAIN")
    {
        Description = "The domain: the folder of its project, the project file, or the built assembly.",
    };

    public static Argument<string?> Night() => new("NIGHT")
    {
        Description = "The night's id, or the beginning of it. Default: the latest that is finished.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static Option<string?> Episodes() => new("--episodes")
    {
        HelpName = "PATH",
        Description = "Recorded episodes: a .jsonl or .jsonl.gz file, or a folder of them. Default: the folder episodes beside the domain's project; "
            + "without one, dreams come from the domain's scenarios alone.",
    };

    public static Option<string?> World() => new("--world")
    {
        HelpName = "FILE",
        Description = "The file that holds the data of the domain's world. Default: the data that the domain ships.",
    };

    public static Option<string?> Journal(params string[] aliases) => new("--journal", aliases)
    {
        HelpName = "PATH",
        Description = "The folder that was given to `sleep --out`, or the journal file itself. Default: .dreaming in the domain's folder.",
    };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { HelpName = "text|json", Description = "How the result is printed.", DefaultValueFactory = _ => Text };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not (Text or Json))
                result.AddError($"--format {token.Value}: there are only {Text} and {Json}.");
        });
        return option;
    }

    public static Option<string?> Reason() => new("--reason")
    {
        HelpName = "TEXT",
        Description = "Why, for the history.",
    };

    /// <summary>A number that has to lie in a range.</summary>
    public static Option<T?> Number<T>(string name, string description, T least, T most, string helpName = "N")
        where T : struct, INumber<T>
    {
        var option = new Option<T?>(name) { HelpName = helpName, Description = description };
        option.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (T.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
                    result.AddError($"{name} {token.Value} is out of range: it lies between {least} and {most}.");
            }
        });
        return option;
    }

    public static bool IsJson(this ParseResult parse, Option<string> format) => parse.GetValue(format) == Json;
}
