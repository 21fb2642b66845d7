using System.Collections.Immutable;
using Microsoft.Extensions.AI;

namespace Dreaming.Shields;

/// <summary>The conversation in which a function is invoked.</summary>
/// <param name="Messages">All of it, from the first message of the user to the answer that holds the call.</param>
/// <param name="CallId">The call's id; null when it is not known. The call is then taken for the last one of its function that waits for a result.</param>
public readonly record struct ShieldedCall(IEnumerable<ChatMessage> Messages, string? CallId);

/// <summary>
/// A function that is not invoked when its call would violate or doom the policy: its result is then the refusal, which tells the agent what is missing. For applications in which
/// <see cref="ShieldChatClient"/> cannot stand between the model and what invokes functions. A refused call never happened: neither this nor the chat client sees it in the conversation afterwards.
/// </summary>
public sealed class ShieldedFunction : DelegatingAIFunction
{
    private readonly PolicyShield _shield;
    private readonly Func<AIFunctionArguments, ShieldedCall> _about;
    private readonly ImmutableHashSet<string> _shielded;

    /// <summary>Shields a function.</summary>
    /// <param name="inner">The function. Its name is the tool's.</param>
    /// <param name="shield">What decides.</param>
    /// <param name="about">
    /// Gives the conversation in which the function is being invoked. With Microsoft.Extensions.AI's function invocation:
    /// <c>_ => new(FunctionInvokingChatClient.CurrentContext!.Messages, FunctionInvokingChatClient.CurrentContext.CallContent.CallId)</c>.
    /// </param>
    public ShieldedFunction(AIFunction inner, PolicyShield shield, Func<AIFunctionArguments, ShieldedCall> about)
        : this(inner, shield, about, [inner.Name])
    {
    }

    private ShieldedFunction(AIFunction inner, PolicyShield shield, Func<AIFunctionArguments, ShieldedCall> about, ImmutableHashSet<string> shielded)
        : base(inner)
    {
        ArgumentNullException.ThrowIfNull(shield);
        ArgumentNullException.ThrowIfNull(about);
        (_shield, _about, _shielded) = (shield, about, shielded);
    }

    /// <summary>Shields every function among an agent's tools; what is no function stays as it is.</summary>
    /// <param name="tools">The tools.</param>
    /// <param name="shield">What decides.</param>
    /// <param name="about">Gives the conversation in which a function is being invoked.</param>
    public static IList<AITool> Wrap(IEnumerable<AITool> tools, PolicyShield shield, Func<AIFunctionArguments, ShieldedCall> about)
    {
        List<AITool> all = [.. tools];
        var names = all.OfType<AIFunction>().Select(f => f.Name).ToImmutableHashSet(StringComparer.Ordinal);
        return [.. all.Select(t => t is AIFunction function ? new ShieldedFunction(function, shield, about, names) : t)];
    }

    /// <inheritdoc/>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        if (_shield.Options.Mode == ShieldMode.Off)
            return await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        var ruling = _shield.JudgeInvocation(Name, arguments, () => _about(arguments), _shielded.Contains);
        _shield.Telemetry.Tell(null, ruling.Decision, ruling.Thrown);
        if (!ruling.Decision.Allowed && _shield.Options.Mode == ShieldMode.Enforce)
            return Refusal.Of(ruling.Decision.Words);
        return Refusal.Unlike(await base.InvokeCoreAsync(arguments, cancellationToken).ConfigureAwait(false));
    }
}
