using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace ContactGroup.Classification;

/// <summary>
/// A policy compiled to one word per question. A cell joins every grant that covers it and is then limited by the floors.
/// </summary>
/// <remarks>
/// Gate of a cell: automatic only if the automatic grants alone already give everything that all grants together give; otherwise review. A plain join would
/// take the looser gate for the whole cell, and a class that one grant gives only after review would ride out on another grant that is automatic.
/// What the automatic grants alone give is kept in a second table, <see cref="Immediate"/>, so that it need not wait for the rest.
/// </remarks>
public sealed class PolicyTable
{
    private readonly ulong[] _cells;
    private readonly ulong[] _immediate;

    private PolicyTable(PolicyDocument document, ulong[] cells, ulong[] immediate)
    {
        (Document, _cells, _immediate) = (document, cells, immediate);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData([.. MemoryMarshal.AsBytes(cells.AsSpan()), .. MemoryMarshal.AsBytes(immediate.AsSpan())]));
    }

    /// <summary>The document this was compiled from.</summary>
    public PolicyDocument Document { get; }

    /// <summary>Equal for tables that answer every question alike, whatever their documents say: 64 hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>Compiles a document without checking it. For checks and tools; a service uses <see cref="Load"/>.</summary>
    public static PolicyTable Compile(PolicyDocument document)
    {
        var cells = new ulong[TableIndex.Size];
        var immediate = new ulong[TableIndex.Size];
        foreach (var question in TableIndex.Questions)
        {
            var written = WrittenCell.Of(document, question);
            var ceiling = Floors.Ceiling(question);
            var index = TableIndex.Of(question);
            immediate[index] = written.Immediate.Meet(ceiling).Bits;
            cells[index] = new WrittenCell(written.Granted.Meet(ceiling), written.Immediate.Meet(ceiling)).Gated.Bits;
        }

        return new PolicyTable(document, cells, immediate);
    }

    /// <summary>Compiles a document and refuses it unless every rule of <see cref="PolicyCheck"/> holds in every cell.</summary>
    /// <exception cref="PolicyRefusedException">A rule does not hold; the exception lists counterexamples.</exception>
    public static PolicyTable Load(PolicyDocument document)
    {
        var violations = PolicyCheck.Run(document);
        return violations.Count == 0 ? Compile(document) : throw new PolicyRefusedException(document, violations);
    }

    /// <summary>What may be shown, at once or after review as its gate says. One array read; withheld for a question that cannot be read.</summary>
    public Disclosure Decide(in Question question) => Disclosure.FromTable(_cells[TableIndex.Of(question)]);

    /// <summary>The part that goes at once: equal to <see cref="Decide"/> where its gate is automatic, less or withheld where it is review.</summary>
    public Disclosure Immediate(in Question question) => Disclosure.FromTable(_immediate[TableIndex.Of(question)]);

    /// <summary>The decision with the grants and floors that made it.</summary>
    public Decision Explain(in Question question)
    {
        var floors = Floors.For(question);
        if (TableIndex.Of(question) == 0 || question.IsContradictory)
        {
            var deny = TableIndex.Of(question) == 0 ? DenyReason.Unknown : DenyReason.Contradictory;
            return new Decision(Disclosure.Withheld, Disclosure.Withheld, floors.Reasons, deny);
        }

        var asked = question;
        Reason[] grants = [.. Document.Grants.Where(grant => grant.Scope.Covers(asked)).Select(grant => new Reason(ReasonKind.Grant, grant.Id, grant.Sentence))];
        var silences = grants.Length > 0 ? [] : Document.Withholdings
            .Where(withholding => withholding.Scope.Covers(asked))
            .Select(withholding => new Reason(ReasonKind.Withholding, withholding.Id, withholding.Sentence));
        var disclosure = Decide(question);
        return new Decision(disclosure, Immediate(question), [.. grants, .. silences, .. floors.Reasons], disclosure.IsVisible
            ? DenyReason.None
            : floors.Ceiling.IsVisible ? DenyReason.NotGranted : DenyReason.Floor);
    }
}
