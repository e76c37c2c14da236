namespace ContactGroup.Classification;

/// <summary>What an organisation is in the theatre. Text form in <see cref="ConstituencyNames"/>.</summary>
public enum Constituency : byte
{
    /// <summary>Not known; withheld from.</summary>
    Unknown = 0,

    /// <summary>A United Nations humanitarian agency.</summary>
    UnHumanitarian,

    /// <summary>An international non-governmental organisation.</summary>
    Ingo,

    /// <summary>A national or local non-governmental organisation.</summary>
    Nngo,

    /// <summary>A component of the Red Cross and Red Crescent Movement.</summary>
    Rcrc,

    /// <summary>A development actor.</summary>
    Development,

    /// <summary>A donor.</summary>
    Donor,

    /// <summary>A civilian authority of the host state.</summary>
    HostAuthority,

    /// <summary>A political mission or diplomats.</summary>
    Political,

    /// <summary>Police.</summary>
    Police,

    /// <summary>A military force; always of one named force, never a generic military.</summary>
    Military,

    /// <summary>Humanitarian civil-military coordination (OCHA).</summary>
    Coordination,

    /// <summary>An observer.</summary>
    Observer,
}
