using AstRegistry.Complexity;

namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    /// <summary>
    /// Codes the member rows. Usually the types' member counts agree with the rows, and then they tell how many rows come and what the
    /// next one can be; where they do not, number and kinds are written out.
    /// </summary>
    public void Members(FileTable table)
    {
        var members = table.Members;
        var left = Flag(Context(Use.MemberRegular), IsReading || MembersLeft.Agrees(table)) ? new MembersLeft(table.Types) : null;
        var count = left is null ? Int32(Context(Use.MemberCount), members.Count) : left.Total;
        for (var i = 0; i != count; i++)
        {
            Spend(1);
            if (IsReading) members.Add(new MemberRow { Type = i == 0 ? 0 : members[i - 1].Type });
            MemberRow(table, i, left);
        }
    }

    private void MemberRow(FileTable table, int index, MembersLeft? left)
    {
        var row = table.Members[index];
        var previous = index == 0 ? null : table.Members[index - 1];
        MemberPlace(table, row, previous, index, left);
        var kind = (uint)row.Kind;
        var container = row.Container < 0 ? null : table.Members[row.Container];
        row.SyntaxKind = SyntaxKind(kind, row.SyntaxKind);
        row.Name = Name(Use.MemberName, Context(Use.MemberName, kind), row.Name);
        row.Arity = Int32(Context(Use.MemberArity, kind), row.Arity);
        Parameters(row, kind);
        row.ReturnType = Name(Use.ReturnType, Context(Use.ReturnType, kind, row.Arity == 0 ? 0u : 1), row.ReturnType);
        var before = previous is null ? 0 : ((uint)previous.Accessibility * 37) + (uint)previous.Modifiers;
        row.Accessibility = (DeclaredAccessibility)Int32(Context(Use.MemberAccess, kind, before), Context(Use.MemberAccess, kind), (int)row.Accessibility);
        var access = (uint)row.Accessibility;
        row.Modifiers = (DeclarationModifiers)Int32(
            Context(Use.MemberModifiers, kind, access, before), Context(Use.MemberModifiers, kind, access), (int)row.Modifiers);
        row.Attributes = Names(Use.MemberAttribute, kind, row.Attributes);
        row.HasBody = Flag(Context(Use.HasBody, kind, (uint)row.Modifiers), row.HasBody);
        row.Span = Span(Context(Use.MemberKind, kind, previous is null ? 99u : (uint)previous.Kind), Origin(table, row, previous, index), row.Span);
        Identity(row, kind);
        Digest(row, kind);
        Complexity(row, kind);
    }

    /// <summary>Codes the syntax kind of a declaration, which its member kind all but tells.</summary>
    private int SyntaxKind(uint kind, int syntaxKind)
    {
        var context = Context(Use.MemberSyntax, kind);
        return KindRanks.KindOf(_coder.Number(context, context, KindRanks.RankOf(syntaxKind)));
    }

    /// <summary>Codes which type and which function a row belongs to, and what it is.</summary>
    private void MemberPlace(FileTable table, MemberRow row, MemberRow? previous, int index, MembersLeft? left)
    {
        var from = previous?.Type ?? 0;
        var isDone = left is not null && left.IsDone(from) ? 1u : 0;
        row.Type = from + _coder.Signed(Context(Use.MemberType, isDone), Context(Use.MemberType, isDone), row.Type - from);
        if ((uint)row.Type >= (uint)table.Types.Count) throw Damaged("the type of a member");
        var before = previous is null || previous.Type != row.Type ? 99u : (uint)previous.Kind;
        row.Kind = left is null
            ? (MemberKind)Int32(Context(Use.MemberKind), (int)row.Kind)
            : left.Take(row.Type, this, before, row.Kind);
        MemberContainer(table.Members, row, index);
    }

    /// <summary>Codes the container as the number of steps up from the row before; one more than there are stands for none.</summary>
    private void MemberContainer(List<MemberRow> members, MemberRow row, int index)
    {
        var kind = (uint)row.Kind;
        var steps = 0;
        if (!IsReading)
        {
            for (var i = index - 1; i >= 0 && i != row.Container; i = members[i].Container) steps++;
        }

        steps = Int32(Context(Use.MemberContainer, kind, index == 0 ? 99u : (uint)members[index - 1].Kind), Context(Use.MemberContainer, kind), steps);
        if (!IsReading) return;
        var container = index - 1;
        for (; steps > 0 && container >= 0; steps--) container = members[container].Container;
        if (steps > 0) throw Damaged("the container of a member");
        row.Container = container;
    }

    private static Position Origin(FileTable table, MemberRow row, MemberRow? previous, int index)
    {
        if (row.Container >= 0 && row.Container == index - 1)
        {
            var container = table.Members[row.Container];
            return Position.StartOf(container.Span, container.Span.StartColumn);
        }

        if (previous is not null && previous.Type == row.Type)
        {
            while (previous.Container >= 0 && previous.Container != row.Container) previous = table.Members[previous.Container];
            return Position.EndOf(previous.Span, previous.Span.StartColumn);
        }

        var type = table.Types[row.Type];
        return Position.StartOf(type.Span, type.Span.StartColumn);
    }

    private void Parameters(MemberRow row, uint kind)
    {
        var count = Int32(Context(Use.ListCount, kind), row.Parameters.Length);
        if (count == 0) return;
        Spend((uint)count);
        if (IsReading) row.Parameters = new ParameterRecord[count];
        for (var i = 0; i < count; i++)
        {
            var parameter = row.Parameters[i];
            var refKind = (ParameterRefKind)Int32(Context(Use.ParameterRef, kind), (int)parameter.RefKind);
            var type = Name(Use.ParameterType, Context(Use.ParameterType, (uint)i), parameter.Type);
            row.Parameters[i] = new ParameterRecord(type, refKind);
        }
    }

    /// <summary>Codes what the node id of a nested function is made from.</summary>
    private void Identity(MemberRow row, uint kind)
    {
        row.SalientName = Name(Use.SalientName, Context(Use.SalientName, kind), row.SalientName);
        if (Flag(Context(Use.Discriminated, kind), row.Discriminator != 0)) row.Discriminator = (ushort)_coder.Raw(row.Discriminator, 16);
        row.IsAmbiguous = Flag(Context(Use.Ambiguous, kind, row.Discriminator == 0 ? 0u : 1), row.IsAmbiguous);
    }

    private void Digest(MemberRow row, uint kind)
    {
        var digests = _model.Digests;
        ref var prediction = ref _model.DigestPrediction(Context(Use.Digest, kind, (uint)row.Modifiers, (uint)row.Parameters.Length));
        var context = Context(Use.Digest, kind, row.HasBody ? 1u : 0);
        var index = IsReading ? -1 : digests.Find(row.Digest);
        if (prediction > 0 && Flag(context, index == prediction - 1)) index = prediction - 1;
        else if (Flag(context + 1, index >= 0))
        {
            index = digests.Count - 1 - Int32(context + 2, digests.Count - 1 - index);
            if ((uint)index >= (uint)digests.Count) throw Damaged("a digest");
        }
        else index = digests.Add(Hash(context + 3, row.Digest));

        row.Digest = digests[index];
        prediction = index + 1;
    }

    /// <summary>Codes a hash of 64 bits or, where the upper ones are not used, 32.</summary>
    private ulong Hash(uint context, ulong value) => _coder.Raw(value, Flag(context, value >> 32 == 0) ? 32 : 64);

    private void Complexity(MemberRow row, uint kind)
    {
        var counts = row.Complexity;
        var body = row.HasBody ? kind + 32 : kind;
        var lines = (uint)Math.Min(row.Span.EndLine - row.Span.StartLine, 255);
        var linesOfCode = Int32(Context(Use.Lines, body, lines), Context(Use.Lines, body, Magnitude((int)lines)), counts.LinesOfCode);
        var size = Magnitude(linesOfCode);
        var operators = Int32(Context(Use.Operators, body, (uint)linesOfCode), Context(Use.Operators, body, size), counts.Operators);
        var operands = Int32(Context(Use.Operands, body, (uint)operators), Context(Use.Operands, Magnitude(operators)), counts.Operands);
        var distinctOperators = Int32(
            Context(Use.DistinctOperators, body, (uint)operators), Context(Use.DistinctOperators, Magnitude(operators)), counts.DistinctOperators);
        var distinctOperands = Int32(
            Context(Use.DistinctOperands, body, (uint)operands), Context(Use.DistinctOperands, Magnitude(operands)), counts.DistinctOperands);
        var cyclomatic = Int32(Context(Use.Cyclomatic, body, size), counts.Cyclomatic);
        var nesting = Int32(Context(Use.Nesting, body, (uint)cyclomatic), counts.NestingDepth);
        var cognitive = Int32(
            Context(Use.Cognitive, body, (uint)cyclomatic, (uint)nesting), Context(Use.Cognitive, body, (uint)cyclomatic), counts.Cognitive);
        var comments = Int32(Context(Use.Comments, body, size), counts.CommentLines);
        if (!IsReading) return;
        row.Complexity = new ComplexityCounts(
            cyclomatic, cognitive, nesting, distinctOperators, distinctOperands, operators, operands, linesOfCode, comments);
    }

    /// <summary>Codes which of the kinds that are still to come is next; the last one left needs no bit.</summary>
    private MemberKind NextKind(int[] left, uint before, MemberKind kind)
    {
        var open = 0;
        foreach (var count in left)
        {
            if (count > 0) open++;
        }

        for (var candidate = left.Length - 1; candidate >= 0; candidate--)
        {
            if (left[candidate] == 0) continue;
            if (--open == 0 || Flag(Context(Use.MemberKind, (uint)candidate, before), (int)kind == candidate)) return (MemberKind)candidate;
        }

        throw Damaged("the kind of a member");
    }

    /// <summary>The members still to come, by type and kind.</summary>
    private sealed class MembersLeft
    {
        private readonly int[][] _counts;
        private readonly int[] _totals;

        public MembersLeft(List<TypeRow> types)
        {
            _counts = new int[types.Count][];
            _totals = new int[types.Count];
            var total = 0L;
            for (var i = 0; i < _counts.Length; i++)
            {
                _counts[i] = (int[])types[i].MemberCounts.Clone();
                var sum = 0L;
                foreach (var count in _counts[i])
                {
                    if (count < 0) throw Damaged("a member count");
                    sum += count;
                }

                total += sum;
                if (total > int.MaxValue) throw Damaged("the number of members");
                _totals[i] = (int)sum;
            }

            Total = (int)total;
        }

        public int Total { get; }

        public bool IsDone(int type) => type >= _totals.Length || _totals[type] == 0;

        /// <summary>Codes the kind of the next member of a type, and counts it off.</summary>
        public MemberKind Take(int type, FileTableWalker<TBits> walker, uint before, MemberKind kind)
        {
            kind = walker.NextKind(_counts[type], before, kind);
            _counts[type][(int)kind]--;
            _totals[type]--;
            return kind;
        }

        /// <summary>Whether the rows are what the counts say.</summary>
        public static bool Agrees(FileTable table)
        {
            var counts = new int[table.Types.Count * Packing.MemberRow.KindCount];
            foreach (var row in table.Members)
            {
                if ((uint)row.Kind >= Packing.MemberRow.KindCount || (uint)row.Type >= (uint)table.Types.Count) return false;
                counts[(row.Type * Packing.MemberRow.KindCount) + (int)row.Kind]++;
            }

            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] != table.Types[i / Packing.MemberRow.KindCount].MemberCounts[i % Packing.MemberRow.KindCount]) return false;
            }

            return true;
        }
    }
}
