namespace ContactGroup.Classification;

/// <summary>A statement of a policy that gives something. Grants only add up: there is no grant that takes away.</summary>
/// <param name="Id">Unique in the policy.</param>
/// <param name="Sentence">The grant as a sentence, shown in explanations.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Disclosure">What it gives, behind its gate.</param>
public sealed record Grant(string Id, string Sentence, Scope Scope, Disclosure Disclosure);

/// <summary>A statement of a policy that nothing is given, so that silence is never an oversight. It takes nothing away from grants.</summary>
/// <param name="Id">Unique in the policy.</param>
/// <param name="Sentence">The statement as a sentence.</param>
/// <param name="Scope">Where it holds.</param>
public sealed record Withholding(string Id, string Sentence, Scope Scope);
