namespace ContactGroup.Classification;

/// <summary>A decision with its reasons.</summary>
/// <param name="Disclosure">What may be shown; behind review when its gate says so.</param>
/// <param name="Immediate">The part of it that goes at once; the same when the gate is automatic.</param>
/// <param name="Reasons">The grants and floors that took part.</param>
/// <param name="Deny">Why nothing is shown; <see cref="DenyReason.None"/> when something is.</param>
public sealed record Decision(Disclosure Disclosure, Disclosure Immediate, IReadOnlyList<Reason> Reasons, DenyReason Deny);
