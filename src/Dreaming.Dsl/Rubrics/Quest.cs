namespace Dreaming;

/// <summary>
/// The 17 dimensions of QUEST (Tam et al., npj Digital Medicine 2024; 7:258), the headings under which criteria are reported.
/// </summary>
public enum Quest
{
    /// <summary>Statements are right for this case.</summary>
    Accuracy,
    /// <summary>The content answers what this user needs.</summary>
    Relevance,
    /// <summary>It reflects present best practice.</summary>
    Currency,
    /// <summary>Everything that a competent professional would raise is there.</summary>
    Comprehensiveness,
    /// <summary>Repeated runs agree in substance. Needs reruns: not applicable to a single rollout.</summary>
    Consistency,
    /// <summary>It matches a reference judgement. Needs a reference: not applicable without one.</summary>
    Agreement,
    /// <summary>It helps the user to act.</summary>
    Usefulness,
    /// <summary>The request was read correctly.</summary>
    Understanding,
    /// <summary>Steps lead validly to the conclusion.</summary>
    Reasoning,
    /// <summary>It is easy to follow for the intended reader.</summary>
    Clarity,
    /// <summary>The person's situation is acknowledged.</summary>
    Empathy,
    /// <summary>It is not skewed by group membership.</summary>
    Bias,
    /// <summary>Nothing in it could injure.</summary>
    Harm,
    /// <summary>It states its limits and asks or defers when decisive facts are missing.</summary>
    SelfAwareness,
    /// <summary>Nothing is invented, falsified or distorted.</summary>
    Fabrication,
    /// <summary>Its confidence equals the strength of its evidence.</summary>
    Trust,
    /// <summary>A user would be content. Rated by people only.</summary>
    Satisfaction,
}
