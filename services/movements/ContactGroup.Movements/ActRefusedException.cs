using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactGroup.Movements;

/// <summary>An act does not fit the present version. Thrown inside the unit of work, so that it is rolled back, key and all.</summary>
internal sealed class ActRefusedException(ProblemHttpResult problem) : Exception
{
    public ProblemHttpResult Problem { get; } = problem;
}
