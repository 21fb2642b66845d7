using System.ComponentModel;
using Dreaming;

namespace OrderDesk;

[Tool("calculate", "Works out an arithmetic expression, rounded to two decimal places.", Effect = Effect.None)]
[Fails(ToolFault.Timeout, ToolFault.Malformed)]
public sealed partial record Calculate(
    [Description("Numbers, + - * /, parentheses and spaces."), Example("12.50 + 3 * 4")] string Expression) : ITool<string>;

[Tool("transfer_to_human_agents", "Hands the conversation to a human. Only for wishes that the other tools cannot fulfil, or when the customer insists.", Effect = Effect.Handover)]
[Fails(ToolFault.Timeout, ToolFault.Transient)]
public sealed partial record TransferToHumanAgents(
    [Description("What the customer wants and what was done so far.")] string Summary) : ITool<string>;
