namespace ContactGroup.Classification;

/// <summary>Something in a policy document that cannot be read.</summary>
/// <param name="Field">Where, as a path: <c>grants[2].audiences[0]</c>.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record PolicyError(string Field, string Message)
{
    /// <summary>Field and message in one line.</summary>
    public override string ToString() => $"{Field}: {Message}";
}

/// <summary>A policy document that cannot be read, with everything that is wrong with it.</summary>
public sealed class PolicyFormatException(IReadOnlyList<PolicyError> errors)
    : FormatException($"the policy cannot be read: {string.Join(" ", errors)}")
{
    /// <summary>Everything that is wrong, in the order of the document.</summary>
    public IReadOnlyList<PolicyError> Errors { get; } = errors;
}
