namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>What a <see cref="TcpProxy"/> does to the connections that go through it.</summary>
internal enum ProxyFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Both ends are reset after some bytes of the client: the server has seen all of the request, a part or nothing.</summary>
    CutRequest,

    /// <summary>Both ends are reset after some bytes of the server: the request took effect, the answer is lost.</summary>
    CutResponse,

    /// <summary>After some bytes of the client nothing passes any more, and nobody is told.</summary>
    StallRequest,

    /// <summary>After some bytes of the server nothing passes any more, and nobody is told.</summary>
    StallResponse,

    /// <summary>Everything comes late, in pieces.</summary>
    Delay,

    /// <summary>All connections are reset; what the client sends on new ones reaches the server twice, on two connections.</summary>
    Duplicate,

    /// <summary>All connections are reset, and new ones are taken but lead nowhere.</summary>
    BlackHole,

    /// <summary>All connections are reset, and new ones too.</summary>
    Refuse,
}
