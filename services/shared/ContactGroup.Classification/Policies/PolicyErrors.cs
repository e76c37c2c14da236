namespace ContactGroup.Classification;

/// <summary>What is wrong with a document, collected while it is read, so that its author sees everything at once.</summary>
internal sealed class PolicyErrors
{
    private const int Limit = 100;

    private readonly List<PolicyError> _all = [];

    public IReadOnlyList<PolicyError> All => _all;

    public void Add(string field, string message)
    {
        if (_all.Count < Limit)
        {
            _all.Add(new PolicyError(field, message));
        }
    }
}
