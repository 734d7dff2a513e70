using AstRegistry.Instrumentation;

namespace AstRegistry;

public readonly partial struct NodeRecord
{
    /// <summary>What can be observed here.</summary>
    public InstrumentationPointKinds PointKinds
    {
        get
        {
            ref readonly var data = ref Data;
            var member = Nodes.File.Table.Members[data.Member];
            var declares = member.IsFunction && Nodes.DeclarationOf(data.Member) == _index;
            return InstrumentationPoints.KindsOf(data.Kind, data.Flags, declares, member.HasBody);
        }
    }

    /// <summary>How it is instrumented.</summary>
    public InstrumentationStrategy Strategy => InstrumentationPoints.StrategyOf(PointKinds, Data.Kind);

    /// <summary>The lowest level that instruments it, or null if it is no point.</summary>
    public InstrumentationLevel? Level => InstrumentationPoints.LevelOf(PointKinds, Data.Kind);

    /// <summary>What instrumenting it is estimated to cost each time its function runs.</summary>
    public InstrumentationImpact Impact
    {
        get
        {
            var loops = 0;
            for (var i = Data.Parent; i >= 0 && Nodes[i].Member == Data.Member; i = Nodes[i].Parent)
            {
                if ((new NodeRecord(Nodes, i).PointKinds & InstrumentationPointKinds.Loop) != 0) loops++;
            }

            return InstrumentationPoints.ImpactOf(PointKinds, Strategy, loops);
        }
    }

    /// <summary>The points here and below that a level instruments, in document order; those of a level include those of the levels before it.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationLevel level) =>
        DescendantsAndSelf().Where(node => node.Level <= level);

    /// <summary>The points here and below that are of any of some kinds, in document order.</summary>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationPointKinds kinds) =>
        DescendantsAndSelf().Where(node => (node.PointKinds & kinds) != 0);
}
