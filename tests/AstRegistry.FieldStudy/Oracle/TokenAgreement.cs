using AstRegistry.FieldStudy.Trees;

namespace AstRegistry.FieldStudy.Oracle;

/// <summary>What an alignment of the tokens, made without looking at the trees, says about a pair of nodes.</summary>
internal enum Agreement
{
    /// <summary>None of the old node's tokens has a partner.</summary>
    Silent,

    /// <summary>The old node's tokens have their partners in the new node.</summary>
    Confirmed,

    /// <summary>The old node's tokens have their partners elsewhere.</summary>
    Contradicted,
}

/// <summary>Judges a tree matching by an independent alignment of the two token sequences.</summary>
internal sealed class TokenAgreement(MemberSyntax old, MemberSyntax @new)
{
    private readonly int[] _partner = SequenceAlignment.Align(old.Tokens, @new.Tokens);

    /// <summary>Judges by the tokens that stand in the nodes directly, or by all below them where there are none.</summary>
    public Agreement Judge(int oldNode, int newNode)
    {
        int inside = 0, outside = 0;
        if (old.OwnTokens[oldNode].Count > 0 && @new.OwnTokens[newNode].Count > 0)
        {
            foreach (var token in old.OwnTokens[oldNode])
            {
                if (_partner[token] < 0) continue;
                if (@new.TokenOwner[_partner[token]] == newNode) inside++;
                else outside++;
            }
        }
        else
        {
            for (var token = old.FirstToken[oldNode]; token < old.TokenEnd[oldNode]; token++)
            {
                if (_partner[token] < 0) continue;
                if (_partner[token] >= @new.FirstToken[newNode] && _partner[token] < @new.TokenEnd[newNode]) inside++;
                else outside++;
            }
        }

        return inside + outside == 0 ? Agreement.Silent : inside >= outside ? Agreement.Confirmed : Agreement.Contradicted;
    }
}
