namespace Dreaming;

/// <summary>Severity of a consequence, by the levels of DCB0129 (clinical risk management, England). For one person affected unless said otherwise.</summary>
public enum Harm
{
    /// <summary>Minor injury with short-term recovery, minor upset, inconvenience, or negligible.</summary>
    Minor,

    /// <summary>Minor injury without short-term recovery, or significant psychological trauma.</summary>
    Significant,

    /// <summary>Severe injury with short-term recovery, or severe psychological trauma.</summary>
    Considerable,

    /// <summary>Death, or permanent life-changing incapacity.</summary>
    Major,

    /// <summary>Death or permanent life-changing incapacity of several people.</summary>
    Catastrophic,
}

/// <summary>Likelihood of a consequence, by the levels of DCB0129.</summary>
public enum Likelihood
{
    /// <summary>Negligible.</summary>
    VeryLow,

    /// <summary>Could happen, but mostly will not.</summary>
    Low,

    /// <summary>Possible.</summary>
    Medium,

    /// <summary>Expected in most cases.</summary>
    High,

    /// <summary>Near certain.</summary>
    VeryHigh,
}
