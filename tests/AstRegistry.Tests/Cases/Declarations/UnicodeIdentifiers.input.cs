namespace Größe;

class Überschrift
{
    int länge;

    void Μέθοδος(Überschrift ж) => this.Μέθοδος(ж);

    void \u0061bc() { }
}
