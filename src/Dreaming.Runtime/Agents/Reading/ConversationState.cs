using Microsoft.Extensions.AI;

namespace Dreaming.Agents.Reading;

/// <summary>Who did the last thing.</summary>
internal enum Turn
{
    Nobody,
    User,
    Tool,
    Agent,
}

/// <summary>A conversation as the policy agent understands it. The same for a trajectory and for the chat messages that tell of it.</summary>
internal sealed class ConversationState
{
    private ConversationState(DomainLexicon lexicon) => Lexicon = lexicon;

    public DomainLexicon Lexicon { get; }
    public List<(int Position, TextReading Text)> User { get; } = [];
    public List<(int Position, string Text, Act Act)> Agent { get; } = [];
    public List<CallSeen> Calls { get; } = [];
    public Turn Last { get; private set; }
    public int Length { get; private set; }

    public CallSeen? LastCall => Calls.Count == 0 ? null : Calls[^1];
    public TextReading? LastUser => User.Count == 0 ? null : User[^1].Text;
    /// <summary>What the agent said last, when the user has answered it and nothing happened since.</summary>
    public Act LastAct => Last == Turn.User && Agent.Count > 0 ? Agent[^1].Act : default;

    /// <summary>Where the user's words point to among what the tools have shown.</summary>
    public Mentions Mentions { get; private set; } = null!;

    public static ConversationState Of(DomainLexicon lexicon, Trajectory trajectory)
    {
        var state = new ConversationState(lexicon);
        foreach (var happened in trajectory.Events)
        {
            switch (happened)
            {
                case UserSaid said: state.AddUser(said.Text); break;
                case AgentSaid said: state.AddAgent(said.Text); break;
                case ToolCalled called: state.AddCall(called.CallId, called.Tool, CanonicalJson.Arguments(called.Arguments.Text, lexicon.Find(called.Tool)?.Contract)); break;
                case ToolReplied replied: state.AddReply(replied.CallId, replied.Content, replied.Outcome); break;
            }
        }

        state.Mentions = new Mentions(state);
        return state;
    }

    /// <summary>Reads the messages. An answer's <c>outcome</c> is believed where the message states one, otherwise it is read off the words.</summary>
    public static ConversationState Of(DomainLexicon lexicon, IEnumerable<ChatMessage> messages)
    {
        var state = new ConversationState(lexicon);
        foreach (var message in messages)
        {
            foreach (var content in message.Contents)
            {
                switch (content)
                {
                    case TextContent text when message.Role == ChatRole.User: state.AddUser(text.Text); break;
                    case TextContent text when message.Role == ChatRole.Assistant: state.AddAgent(text.Text); break;
                    case FunctionCallContent call: state.AddCall(call.CallId, call.Name, ChatContents.Arguments(call, lexicon.Find(call.Name)?.Contract)); break;
                    case FunctionResultContent result: state.AddReply(result.CallId, ChatContents.Text(result), ChatContents.Outcome(result)); break;
                }
            }
        }

        state.Mentions = new Mentions(state);
        return state;
    }

    private readonly List<string> _ids = [];

    private void AddUser(string text)
    {
        User.Add((Length++, Lexicon.Read(text)));
        Last = Turn.User;
    }

    private void AddAgent(string text)
    {
        var act = Phrasing.Recognise(text);
        if (act.Kind == ActKind.Decline && Calls.FindLast(c => c.Answer == Answer.Refused) is { Tool: { } refusing })
            act = act with { Subject = refusing.Words };
        Agent.Add((Length++, text, act));
        Last = Turn.Agent;
    }

    private void AddCall(string id, string name, string arguments)
    {
        _ids.Add(id);
        Calls.Add(new CallSeen { Position = Length++, Name = name, Tool = Lexicon.Find(name), Arguments = arguments, Scalars = CanonicalJson.Scalars(arguments) });
        Last = Turn.Agent;
    }

    private void AddReply(string id, string content, ReplyOutcome? outcome)
    {
        Length++;
        var index = _ids.LastIndexOf(id);
        if (index < 0)
            return;
        var call = Calls[index];
        call.Content = content;
        call.Reply = Lexicon.Read(call.Tool, call.Name, content);
        call.Answer = CallSeen.Classify(outcome, call.Tool, content, call.Reply);
        Last = Turn.Tool;
    }
}
