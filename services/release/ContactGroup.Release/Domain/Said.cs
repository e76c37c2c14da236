namespace ContactGroup.Release.Domain;

/// <summary>A sentence of an explanation. A client with another language says the code's sentence in it; a sentence of the policy has the code <c>policy</c>.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sentence">In English.</param>
/// <param name="Parameters">What the sentence names; absent when nothing.</param>
internal sealed record Said(string Code, string Sentence, IReadOnlyDictionary<string, string>? Parameters = null);
