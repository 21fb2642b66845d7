using Dreaming.Contracts;
using Dreaming.Dreams;
using Dreaming.Rollouts;

namespace Dreaming.Regressions;

/// <summary>Asks the sandbox again what it answered when a dream was frozen.</summary>
public static class FrozenGround
{
    /// <summary>The first answer that differs, in words; null when the ground is the same. Answers that a fault degraded are made again, for what they changed, and not compared.</summary>
    /// <param name="frozen">A frozen dream of the domain.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="root">Its world; it is forked and never changed.</param>
    public static string? Change(FrozenDream frozen, DomainManifest domain, IWorld root)
    {
        var world = new DreamWorld(domain, root).Open(frozen.Dream.Skeleton);
        for (var i = 0; i < frozen.Replies.Length; i++)
            if (Change(frozen.Replies[i], domain, world) is { } change)
                return $"{PlainText.Line(frozen.Replies[i].Tool)} {PlainText.Line(frozen.Replies[i].Arguments.Text)} {change}{Contracts(frozen, domain)}";
        return null;
    }

    private static string Contracts(FrozenDream frozen, DomainManifest domain) =>
        frozen.ContractHash == domain.ContractHash ? "" : $" (frozen under the contract {PlainText.Line(frozen.ContractHash)}; the domain now has {domain.ContractHash})";

    private static string? Change(FrozenReply reply, DomainManifest domain, IWorld world)
    {
        if (domain.FindTool(reply.Tool) is not { } tool)
            return "calls a tool that is not declared any more";
        if (reply.Fault is { } fault && !ToolFaults.Executes(fault, tool.Effect))
            return null;
        var arguments = reply.Arguments.ToUtf8();
        try
        {
            if (!tool.Validate(arguments))
                return "does not fit the tool's contract any more";
            var now = world.Handle(tool.ReadCall(arguments));
            var same = now.Refused == reply.Refused && (reply.Fault is not null || now.Content == reply.Content);
            return same ? null : $"was answered {Shown(reply.Refused, reply.Content)} and is now answered {Shown(now.Refused, now.Content)}";
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return $"was answered {Shown(reply.Refused, reply.Content)} and now throws {e.GetType().Name}: {PlainText.Line(e.Message)}";
        }
    }

    private static string Shown(bool refused, string content) => $"{(refused ? "by the refusal " : "")}{PlainText.Line(content)}";
}
