<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>end other programs that use the card, or use a smaller batch</source>
        <translation>andere Programme beenden, die die Karte benutzen, oder einen kleineren Batch verwenden</translation>
    </message>
    <message>
        <source>has no word</source>
        <translation>enthält kein Wort</translation>
    </message>
    <message>
        <source>look for Xid in the system&apos;s log; the step is repeated by a new worker</source>
        <translation>im Systemprotokoll nach Xid suchen; ein neuer Worker wiederholt den Schritt</translation>
    </message>
    <message>
        <source>the card failed while %1: %2</source>
        <translation>die Karte versagte (%1): %2</translation>
    </message>
    <message>
        <source>the card&apos;s memory is full: %1 MiB are free and %2 MiB more were wanted</source>
        <translation>der Speicher der Karte ist voll: %1 MiB sind frei, und %2 MiB mehr wurden gebraucht</translation>
    </message>
    <message>
        <source>write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>1 in %1 leaves fewer than 20 expected wins in %2 steps</source>
        <translation>1 zu %1 lässt weniger als 20 erwartete Gewinne in %2 Schritten</translation>
    </message>
    <message>
        <source>1 to %1 are read</source>
        <translation>1 bis %1 werden gelesen</translation>
    </message>
    <message>
        <source>2^%1 is no scale</source>
        <translation>2^%1 ist kein Maßstab</translation>
    </message>
    <message>
        <source>OpenSSL could not compute HMAC-SHA256</source>
        <translation>OpenSSL konnte HMAC-SHA256 nicht berechnen</translation>
    </message>
    <message>
        <source>OpenSSL could not compute SHA-256</source>
        <translation>OpenSSL konnte SHA-256 nicht berechnen</translation>
    </message>
    <message>
        <source>Qt&apos;s plugin for SQLite is missing</source>
        <translation>Qts Plugin für SQLite fehlt</translation>
    </message>
    <message>
        <source>SQLite keeps the journal mode %1 instead of WAL</source>
        <translation>SQLite behält den Journalmodus %1 statt WAL</translation>
    </message>
    <message>
        <source>SQLite reports: %1</source>
        <translation>SQLite meldet: %1</translation>
    </message>
    <message>
        <source>__metadata__ has a value that is no string</source>
        <translation>__metadata__ hat einen Wert, der keine Zeichenkette ist</translation>
    </message>
    <message>
        <source>__metadata__ has neither , nor }</source>
        <translation>__metadata__ hat weder , noch }</translation>
    </message>
    <message>
        <source>__metadata__ has no key</source>
        <translation>__metadata__ hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>__metadata__ has the key &apos;</source>
        <translation>__metadata__ hat den Schlüssel &apos;</translation>
    </message>
    <message>
        <source>__metadata__ is no object</source>
        <translation>__metadata__ ist kein Objekt</translation>
    </message>
    <message>
        <source>a bond of %1 credits does not make cheating a loss, even with every claim checked</source>
        <translation>ein Pfand von %1 Credits macht Betrug nicht zum Verlust, selbst wenn jeder Anspruch geprüft wird</translation>
    </message>
    <message>
        <source>a bond of %1 credits or more would do</source>
        <translation>ein Pfand von %1 Credits oder mehr würde genügen</translation>
    </message>
    <message>
        <source>a call has no number</source>
        <translation>ein Aufruf hat keine Nummer</translation>
    </message>
    <message>
        <source>a contract pauses at most an hour in all; %1 s are left</source>
        <translation>ein Vertrag pausiert insgesamt höchstens eine Stunde; %1 s sind übrig</translation>
    </message>
    <message>
        <source>a date or time</source>
        <translation>ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>a depth of %1 is beyond %2</source>
        <translation>eine Tiefe von %1 liegt über %2</translation>
    </message>
    <message>
        <source>a frame announces %1 bytes; from 1 to %2 are allowed</source>
        <translation>ein Frame kündigt %1 Bytes an; erlaubt sind 1 bis %2</translation>
    </message>
    <message>
        <source>a frame is not an array that begins with its kind</source>
        <translation>ein Frame ist kein Array, das mit seiner Art beginnt</translation>
    </message>
    <message>
        <source>a frame is not canonical CBOR: %1</source>
        <translation>ein Frame ist kein kanonisches CBOR: %1</translation>
    </message>
    <message>
        <source>a frame is of no kind that this version knows</source>
        <translation>ein Frame ist von keiner Art, die diese Version kennt</translation>
    </message>
    <message>
        <source>a goodbye cannot be read</source>
        <translation>ein Abschied ist nicht lesbar</translation>
    </message>
    <message>
        <source>a host answers the hub only with openings</source>
        <translation>ein Anbieter antwortet dem Hub nur mit Öffnungen</translation>
    </message>
    <message>
        <source>a host does not know this question</source>
        <translation>ein Anbieter kennt diese Frage nicht</translation>
    </message>
    <message>
        <source>a hub cannot be reached at port 0</source>
        <translation>ein Hub ist an Port 0 nicht erreichbar</translation>
    </message>
    <message>
        <source>a layer of kind %1 has no setting of this name</source>
        <translation>eine Schicht der Art %1 hat keine Einstellung dieses Namens</translation>
    </message>
    <message>
        <source>a layer of kind %1 needs this setting once</source>
        <translation>eine Schicht der Art %1 braucht diese Einstellung einmal</translation>
    </message>
    <message>
        <source>a length is beyond the input&apos;s size</source>
        <translation>eine Länge geht über die Größe der Eingabe hinaus</translation>
    </message>
    <message>
        <source>a logit is a NaN, an infinity or too large</source>
        <translation>ein Logit ist NaN, unendlich oder zu groß</translation>
    </message>
    <message>
        <source>a map&apos;s keys are not sorted or not unique</source>
        <translation>die Schlüssel einer Map sind nicht sortiert oder nicht eindeutig</translation>
    </message>
    <message>
        <source>a name is longer than %1 bytes</source>
        <translation>ein Name ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>a number is a NaN or an infinity</source>
        <translation>eine Zahl ist NaN oder unendlich</translation>
    </message>
    <message>
        <source>a period is longer than a year</source>
        <translation>ein Zeitraum ist länger als ein Jahr</translation>
    </message>
    <message>
        <source>a period is not between a millisecond and a year</source>
        <translation>ein Zeitraum liegt nicht zwischen einer Millisekunde und einem Jahr</translation>
    </message>
    <message>
        <source>a provider knows no &quot;%1&quot;</source>
        <translation>ein Anbieter kennt kein &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a quote is not closed on its line</source>
        <translation>ein Anführungszeichen wird in seiner Zeile nicht geschlossen</translation>
    </message>
    <message>
        <source>a real number</source>
        <translation>eine reelle Zahl</translation>
    </message>
    <message>
        <source>a renter answers only with data</source>
        <translation>ein Mieter antwortet nur mit Daten</translation>
    </message>
    <message>
        <source>a renter answers the hub only with data</source>
        <translation>ein Mieter antwortet dem Hub nur mit Daten</translation>
    </message>
    <message>
        <source>a renter knows no &quot;%1&quot;</source>
        <translation>ein Mieter kennt kein &quot;%1&quot;</translation>
    </message>
    <message>
        <source>a row has more than %1 fields</source>
        <translation>eine Zeile hat mehr als %1 Felder</translation>
    </message>
    <message>
        <source>a row of %1 belongs to none of %2</source>
        <translation>eine Zeile von %1 gehört zu keiner von %2</translation>
    </message>
    <message>
        <source>a row of %1 refers to none of %2</source>
        <translation>eine Zeile von %1 verweist auf keine von %2</translation>
    </message>
    <message>
        <source>a sample has %1 features, an image of %2 × %3 has %4</source>
        <translation>ein Beispiel hat %1 Merkmale, ein Bild von %2 × %3 hat %4</translation>
    </message>
    <message>
        <source>a state is little-endian bytes</source>
        <translation>ein Zustand besteht aus Little-Endian-Bytes</translation>
    </message>
    <message>
        <source>a step costs at least one micro-credit</source>
        <translation>ein Schritt kostet mindestens einen Mikro-Credit</translation>
    </message>
    <message>
        <source>a step failed, and windows follow</source>
        <translation>ein Schritt ist gescheitert, und Fenster folgen</translation>
    </message>
    <message>
        <source>a step would have %1 iterations, more than 1000000</source>
        <translation>ein Schritt hätte %1 Iterationen, mehr als 1000000</translation>
    </message>
    <message>
        <source>a sum is too large for binary32</source>
        <translation>eine Summe ist zu groß für binary32</translation>
    </message>
    <message>
        <source>a term is a NaN or an infinity</source>
        <translation>ein Summand ist NaN oder unendlich</translation>
    </message>
    <message>
        <source>a text is not valid UTF-8</source>
        <translation>ein Text ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>a truth value</source>
        <translation>ein Wahrheitswert</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a window holds at most %1 steps, not %2</source>
        <translation>ein Fenster fasst höchstens %1 Schritte, nicht %2</translation>
    </message>
    <message>
        <source>add a layer with type = &quot;linear&quot; and as many outputs as classes</source>
        <translation>eine Schicht mit type = &quot;linear&quot; und so vielen Ausgängen wie Klassen ergänzen</translation>
    </message>
    <message>
        <source>add a linear layer</source>
        <translation>eine lineare Schicht ergänzen</translation>
    </message>
    <message>
        <source>add it</source>
        <translation>bitte ergänzen</translation>
    </message>
    <message>
        <source>add width = 8 and height = 8</source>
        <translation>width = 8 und height = 8 ergänzen</translation>
    </message>
    <message>
        <source>all accounts together hold %1 micro-credits instead of 0</source>
        <translation>alle Konten zusammen halten %1 Mikro-Credits statt 0</translation>
    </message>
    <message>
        <source>amounts cannot be negative</source>
        <translation>Beträge können nicht negativ sein</translation>
    </message>
    <message>
        <source>an IPv6 address needs brackets, and there is one port only</source>
        <translation>eine IPv6-Adresse braucht Klammern, und es gibt nur einen Port</translation>
    </message>
    <message>
        <source>an amount left its range</source>
        <translation>ein Betrag hat seinen Bereich verlassen</translation>
    </message>
    <message>
        <source>an answer to a call that was never made</source>
        <translation>eine Antwort auf einen Aufruf, den es nie gab</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>ein Array</translation>
    </message>
    <message>
        <source>an element of the result is too large for binary32</source>
        <translation>ein Element des Ergebnisses ist zu groß für binary32</translation>
    </message>
    <message>
        <source>an error in an answer cannot be read</source>
        <translation>ein Fehler in einer Antwort ist nicht lesbar</translation>
    </message>
    <message>
        <source>an integer is below -2^63</source>
        <translation>eine ganze Zahl liegt unter -2^63</translation>
    </message>
    <message>
        <source>an operand holds a NaN or an infinity</source>
        <translation>ein Operand enthält NaN oder Unendlich</translation>
    </message>
    <message>
        <source>and nothing shows what the host did</source>
        <translation>und nichts zeigt, was der Anbieter getan hat</translation>
    </message>
    <message>
        <source>and nothing shows what the renter did</source>
        <translation>und nichts zeigt, was der Mieter getan hat</translation>
    </message>
    <message>
        <source>announces a header of %1 bytes and ends after %2</source>
        <translation>kündigt einen Kopf von %1 Bytes an und endet nach %2</translation>
    </message>
    <message>
        <source>announces a header of %1 bytes, more than %2</source>
        <translation>kündigt einen Kopf von %1 Bytes an, mehr als %2</translation>
    </message>
    <message>
        <source>announces the shape %1 and holds %2 elements</source>
        <translation>kündigt die Form %1 an und enthält %2 Elemente</translation>
    </message>
    <message>
        <source>another claim than the drawn one was due</source>
        <translation>ein anderer Anspruch als der gezogene war fällig</translation>
    </message>
    <message>
        <source>another program holds the database: nothing was written</source>
        <translation>ein anderes Programm hält die Datenbank: nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>another program runs on this directory</source>
        <translation>ein anderes Programm läuft in diesem Verzeichnis</translation>
    </message>
    <message>
        <source>another step than the drawn one was due</source>
        <translation>ein anderer Schritt als der gezogene war fällig</translation>
    </message>
    <message>
        <source>answered something else than was asked</source>
        <translation>hat etwas anderes beantwortet als gefragt war</translation>
    </message>
    <message>
        <source>answered what was not asked</source>
        <translation>hat beantwortet, was nicht gefragt war</translation>
    </message>
    <message>
        <source>are not 1 to %1</source>
        <translation>sind nicht 1 bis %1</translation>
    </message>
    <message>
        <source>arrays are read by copying little-endian bytes</source>
        <translation>Arrays werden gelesen, indem Little-Endian-Bytes kopiert werden</translation>
    </message>
    <message>
        <source>ask again: it is started anew</source>
        <translation>erneut anfragen: er wird neu gestartet</translation>
    </message>
    <message>
        <source>ask for at most %1 credits</source>
        <translation>höchstens %1 Credits verlangen</translation>
    </message>
    <message>
        <source>ask for fewer steps at once</source>
        <translation>weniger Schritte auf einmal verlangen</translation>
    </message>
    <message>
        <source>ask for steps of the job only</source>
        <translation>nur Schritte des Auftrags verlangen</translation>
    </message>
    <message>
        <source>ask its operator for the present address; do not trust what answers here until then</source>
        <translation>den Betreiber nach der jetzigen Adresse fragen; bis dahin dem nicht trauen, was hier antwortet</translation>
    </message>
    <message>
        <source>batch %1 is not closed</source>
        <translation>Stapel %1 ist nicht geschlossen</translation>
    </message>
    <message>
        <source>batch = &quot;full&quot;, or batch = 64</source>
        <translation>batch = &quot;full&quot;, oder batch = 64</translation>
    </message>
    <message>
        <source>batch: another claim was due</source>
        <translation>Stapel: ein anderer Anspruch war fällig</translation>
    </message>
    <message>
        <source>batch: h_j is not of the chain that the admission anchors</source>
        <translation>Stapel: h_j gehört nicht zur Kette, die die Zulassung verankert</translation>
    </message>
    <message>
        <source>batch: holds more claims than were agreed</source>
        <translation>Stapel: enthält mehr Ansprüche als vereinbart</translation>
    </message>
    <message>
        <source>batch: not the hub&apos;s words</source>
        <translation>Stapel: nicht die Worte des Hubs</translation>
    </message>
    <message>
        <source>bias gradient</source>
        <translation>Bias-Gradient</translation>
    </message>
    <message>
        <source>blob piece</source>
        <translation>Blob-Stück</translation>
    </message>
    <message>
        <source>bond freed</source>
        <translation>Pfand freigegeben</translation>
    </message>
    <message>
        <source>bytes follow the item</source>
        <translation>nach dem Element folgen Bytes</translation>
    </message>
    <message>
        <source>cannot be %1: %2</source>
        <translation>kann nicht %1 werden: %2</translation>
    </message>
    <message>
        <source>cannot be listed: %1</source>
        <translation>kann nicht aufgelistet werden: %1</translation>
    </message>
    <message>
        <source>cannot be made durable</source>
        <translation>kann nicht dauerhaft gesichert werden</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>kann nicht geöffnet werden: %1</translation>
    </message>
    <message>
        <source>cannot be put in its place</source>
        <translation>kann nicht an seinen Platz gebracht werden</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>cannot be read to its end</source>
        <translation>kann nicht bis zum Ende gelesen werden</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>cannot be started: %1</source>
        <translation>kann nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>cannot be written</source>
        <translation>kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>cannot be written: %1</source>
        <translation>kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>cannot listen: %1</source>
        <translation>kann nicht lauschen: %1</translation>
    </message>
    <message>
        <source>carries a commitment of somebody or something else</source>
        <translation>trägt eine Festlegung von jemand oder etwas anderem</translation>
    </message>
    <message>
        <source>cbor: a head that head() should have refused</source>
        <translation>cbor: ein Kopf, den head() hätte ablehnen müssen</translation>
    </message>
    <message>
        <source>cbor: a map with equal keys</source>
        <translation>cbor: eine Map mit gleichen Schlüsseln</translation>
    </message>
    <message>
        <source>cheating pays: %1</source>
        <translation>Betrug lohnt sich: %1</translation>
    </message>
    <message>
        <source>check fee</source>
        <translation>Prüfgebühr</translation>
    </message>
    <message>
        <source>check one in %1 or more often, or raise the bond</source>
        <translation>einen von %1 oder öfter prüfen, oder das Pfand erhöhen</translation>
    </message>
    <message>
        <source>check that both programs are unaltered</source>
        <translation>prüfen, ob beide Programme unverändert sind</translation>
    </message>
    <message>
        <source>check that the address belongs to this program</source>
        <translation>prüfen, ob die Adresse zu diesem Programm gehört</translation>
    </message>
    <message>
        <source>check that the directory exists and is yours</source>
        <translation>prüfen, ob das Verzeichnis existiert und Ihnen gehört</translation>
    </message>
    <message>
        <source>check the address and that the other side runs</source>
        <translation>die Adresse prüfen und ob die Gegenseite läuft</translation>
    </message>
    <message>
        <source>check the directory and the free space, then run resume</source>
        <translation>Verzeichnis und freien Platz prüfen, dann resume ausführen</translation>
    </message>
    <message>
        <source>check the disk and its free space, and start again</source>
        <translation>Datenträger und freien Platz prüfen und neu starten</translation>
    </message>
    <message>
        <source>check the disk and the directory&apos;s permissions</source>
        <translation>den Datenträger und die Rechte des Verzeichnisses prüfen</translation>
    </message>
    <message>
        <source>check the disk and the file&apos;s permissions</source>
        <translation>den Datenträger und die Rechte der Datei prüfen</translation>
    </message>
    <message>
        <source>check the disk, its free space and your quota, and start again</source>
        <translation>Datenträger, freien Platz und Kontingent prüfen und neu starten</translation>
    </message>
    <message>
        <source>check the path and its permissions</source>
        <translation>den Pfad und seine Rechte prüfen</translation>
    </message>
    <message>
        <source>check the permissions of the file and its directory, and that the disk is not mounted read-only</source>
        <translation>die Rechte der Datei und ihres Verzeichnisses prüfen, und dass der Datenträger nicht schreibgeschützt eingehängt ist</translation>
    </message>
    <message>
        <source>check: not the hub&apos;s words</source>
        <translation>Prüfung: nicht die Worte des Hubs</translation>
    </message>
    <message>
        <source>choose a directory of your own with --data-dir</source>
        <translation>ein eigenes Verzeichnis mit --data-dir wählen</translation>
    </message>
    <message>
        <source>choose a host from the listings</source>
        <translation>einen Anbieter aus den Angeboten wählen</translation>
    </message>
    <message>
        <source>choose a longer period in the terms</source>
        <translation>einen längeren Zeitraum in den Bedingungen wählen</translation>
    </message>
    <message>
        <source>choose a port above 1023</source>
        <translation>einen Port über 1023 wählen</translation>
    </message>
    <message>
        <source>choose a shorter one</source>
        <translation>etwas Kürzeres wählen</translation>
    </message>
    <message>
        <source>choose a step of a window that was drawn</source>
        <translation>einen Schritt eines gezogenen Fensters wählen</translation>
    </message>
    <message>
        <source>choose an empty directory with --data-dir</source>
        <translation>ein leeres Verzeichnis mit --data-dir wählen</translation>
    </message>
    <message>
        <source>choose another address</source>
        <translation>eine andere Adresse wählen</translation>
    </message>
    <message>
        <source>choose another directory with --data-dir, or move the file away</source>
        <translation>ein anderes Verzeichnis mit --data-dir wählen oder die Datei verschieben</translation>
    </message>
    <message>
        <source>choose another host or a smaller bond</source>
        <translation>einen anderen Anbieter oder ein kleineres Pfand wählen</translation>
    </message>
    <message>
        <source>choose larger odds (a smaller n), or n = 1</source>
        <translation>eine größere Gewinnchance (ein kleineres n) wählen, oder n = 1</translation>
    </message>
    <message>
        <source>close it</source>
        <translation>bitte schließen</translation>
    </message>
    <message>
        <source>closed to others</source>
        <translation>für andere geschlossen</translation>
    </message>
    <message>
        <source>comes after the end</source>
        <translation>kommt nach dem Ende</translation>
    </message>
    <message>
        <source>comes after the grace: the window is checked and paid by the step</source>
        <translation>kommt nach der Nachfrist: das Fenster wird geprüft und je Schritt bezahlt</translation>
    </message>
    <message>
        <source>comes out of turn</source>
        <translation>kommt außer der Reihe</translation>
    </message>
    <message>
        <source>comes twice in the metadata, or is no UTF-8</source>
        <translation>kommt zweimal in den Metadaten vor oder ist kein UTF-8</translation>
    </message>
    <message>
        <source>command %1 is stored with other content</source>
        <translation>Befehl %1 ist mit anderem Inhalt gespeichert</translation>
    </message>
    <message>
        <source>complete or remove it</source>
        <translation>vervollständigen oder entfernen</translation>
    </message>
    <message>
        <source>computing steps %1 to %2 again</source>
        <translation>Schritte %1 bis %2 werden neu berechnet</translation>
    </message>
    <message>
        <source>connect again</source>
        <translation>neu verbinden</translation>
    </message>
    <message>
        <source>connected to the hub</source>
        <translation>mit dem Hub verbunden</translation>
    </message>
    <message>
        <source>connection with</source>
        <translation>Verbindung mit</translation>
    </message>
    <message>
        <source>convert it</source>
        <translation>bitte umwandeln</translation>
    </message>
    <message>
        <source>convert them to F32</source>
        <translation>in F32 umwandeln</translation>
    </message>
    <message>
        <source>correct the line; a key is written as name = value, a text in double quotes</source>
        <translation>die Zeile korrigieren; ein Schlüssel wird als Name = Wert geschrieben, ein Text in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>correct the path</source>
        <translation>den Pfad korrigieren</translation>
    </message>
    <message>
        <source>correct the path; it is relative to the job file</source>
        <translation>den Pfad korrigieren; er ist relativ zur Auftragsdatei</translation>
    </message>
    <message>
        <source>correct width and height</source>
        <translation>width und height korrigieren</translation>
    </message>
    <message>
        <source>counts %1 steps, committed are %2</source>
        <translation>zählt %1 Schritte, festgelegt sind %2</translation>
    </message>
    <message>
        <source>data belongs into files of its own</source>
        <translation>Daten gehören in eigene Dateien</translation>
    </message>
    <message>
        <source>delete the file and fetch it again</source>
        <translation>die Datei löschen und erneut holen</translation>
    </message>
    <message>
        <source>did you mean %1?</source>
        <translation>war %1 gemeint?</translation>
    </message>
    <message>
        <source>do not make the committed root</source>
        <translation>ergeben nicht die festgelegte Wurzel</translation>
    </message>
    <message>
        <source>does not begin at Y[0]</source>
        <translation>beginnt nicht bei Y[0]</translation>
    </message>
    <message>
        <source>does not begin where the last one ended</source>
        <translation>beginnt nicht, wo das letzte endete</translation>
    </message>
    <message>
        <source>does not begin where the one before it ends</source>
        <translation>beginnt nicht, wo der Vorgänger endet</translation>
    </message>
    <message>
        <source>does not begin where the window before ended</source>
        <translation>beginnt nicht, wo das Fenster davor endete</translation>
    </message>
    <message>
        <source>does not begin with &quot;unchained/hello/v1&quot;</source>
        <translation>beginnt nicht mit &quot;unchained/hello/v1&quot;</translation>
    </message>
    <message>
        <source>does not begin with {</source>
        <translation>beginnt nicht mit {</translation>
    </message>
    <message>
        <source>does not belong here</source>
        <translation>gehört nicht hierher</translation>
    </message>
    <message>
        <source>does not carry a usable Ed25519 key</source>
        <translation>trägt keinen brauchbaren Ed25519-Schlüssel</translation>
    </message>
    <message>
        <source>does not decode (%1)</source>
        <translation>lässt sich nicht dekodieren (%1)</translation>
    </message>
    <message>
        <source>does not end in the last window</source>
        <translation>endet nicht im letzten Fenster</translation>
    </message>
    <message>
        <source>does not fit a state of %1 bytes</source>
        <translation>passt nicht zu einem Zustand von %1 Bytes</translation>
    </message>
    <message>
        <source>does not have all of descr, fortran_order and shape</source>
        <translation>hat nicht alles von descr, fortran_order und shape</translation>
    </message>
    <message>
        <source>does not lead from the leaf to the committed root</source>
        <translation>führt nicht vom Blatt zur festgelegten Wurzel</translation>
    </message>
    <message>
        <source>does not open the last window</source>
        <translation>öffnet nicht das letzte Fenster</translation>
    </message>
    <message>
        <source>does not sum to zero</source>
        <translation>ergibt in der Summe nicht null</translation>
    </message>
    <message>
        <source>elements of type %1 are not read here</source>
        <translation>Elemente vom Typ %1 werden hier nicht gelesen</translation>
    </message>
    <message>
        <source>end every other program that writes to this directory, and start again</source>
        <translation>jedes andere Programm beenden, das in dieses Verzeichnis schreibt, und neu starten</translation>
    </message>
    <message>
        <source>end it first, or choose another directory with --data-dir</source>
        <translation>erst beenden, oder ein anderes Verzeichnis mit --data-dir wählen</translation>
    </message>
    <message>
        <source>end with a linear layer of as many outputs as there are classes</source>
        <translation>mit einer linearen Schicht mit so vielen Ausgängen wie Klassen enden</translation>
    </message>
    <message>
        <source>ended by signal %1 before it had answered%2</source>
        <translation>durch Signal %1 beendet, bevor geantwortet war%2</translation>
    </message>
    <message>
        <source>ended with exit status %1 before it had answered%2</source>
        <translation>mit Exit-Status %1 beendet, bevor geantwortet war%2</translation>
    </message>
    <message>
        <source>ended with exit status %1%2</source>
        <translation>mit Exit-Status %1 beendet%2</translation>
    </message>
    <message>
        <source>ends at another iteration than the first contract</source>
        <translation>endet bei einer anderen Iteration als der erste Vertrag</translation>
    </message>
    <message>
        <source>ends at window %1, the last receipted one is %2</source>
        <translation>endet bei Fenster %1, das letzte quittierte ist %2</translation>
    </message>
    <message>
        <source>ends early without a failed step</source>
        <translation>endet vorzeitig ohne einen gescheiterten Schritt</translation>
    </message>
    <message>
        <source>ends early without a failure</source>
        <translation>endet vorzeitig ohne einen Fehler</translation>
    </message>
    <message>
        <source>ends inside its header</source>
        <translation>endet innerhalb seines Kopfes</translation>
    </message>
    <message>
        <source>ends outside the file</source>
        <translation>endet außerhalb der Datei</translation>
    </message>
    <message>
        <source>escrow returned</source>
        <translation>Hinterlegung zurück</translation>
    </message>
    <message>
        <source>event %1 is not the next one of contract %2</source>
        <translation>Ereignis %1 ist nicht das nächste von Vertrag %2</translation>
    </message>
    <message>
        <source>event %1 is not the next one of the log</source>
        <translation>Ereignis %1 ist nicht das nächste des Protokolls</translation>
    </message>
    <message>
        <source>event %1 of contract %2 is missing</source>
        <translation>Ereignis %1 von Vertrag %2 fehlt</translation>
    </message>
    <message>
        <source>event %1 of the log is missing</source>
        <translation>Ereignis %1 des Protokolls fehlt</translation>
    </message>
    <message>
        <source>face value</source>
        <translation>Nennwert</translation>
    </message>
    <message>
        <source>features need a first dimension for the samples and at least one more, none of them 0</source>
        <translation>Merkmale brauchen eine erste Dimension für die Beispiele und mindestens eine weitere, keine davon 0</translation>
    </message>
    <message>
        <source>fetch it again</source>
        <translation>erneut holen</translation>
    </message>
    <message>
        <source>fetch it from another peer</source>
        <translation>von einem anderen Peer holen</translation>
    </message>
    <message>
        <source>four files are already a split</source>
        <translation>vier Dateien sind bereits eine Aufteilung</translation>
    </message>
    <message>
        <source>free space there, or choose another directory with --data-dir, and start again</source>
        <translation>dort Platz schaffen, oder ein anderes Verzeichnis mit --data-dir wählen, und neu starten</translation>
    </message>
    <message>
        <source>get an undamaged copy of it</source>
        <translation>eine unbeschädigte Kopie davon besorgen</translation>
    </message>
    <message>
        <source>give a .safetensors file</source>
        <translation>eine .safetensors-Datei angeben</translation>
    </message>
    <message>
        <source>give a file such as train-images-idx3-ubyte.gz</source>
        <translation>eine Datei wie train-images-idx3-ubyte.gz angeben</translation>
    </message>
    <message>
        <source>give a model of the same layers</source>
        <translation>ein Modell mit denselben Schichten angeben</translation>
    </message>
    <message>
        <source>give a smaller file</source>
        <translation>eine kleinere Datei angeben</translation>
    </message>
    <message>
        <source>give a smaller scale</source>
        <translation>einen kleineren Maßstab angeben</translation>
    </message>
    <message>
        <source>give a table with at least one row</source>
        <translation>eine Tabelle mit mindestens einer Zeile angeben</translation>
    </message>
    <message>
        <source>give each host a data directory and a key of its own</source>
        <translation>jedem Anbieter ein eigenes Datenverzeichnis und einen eigenen Schlüssel geben</translation>
    </message>
    <message>
        <source>give features and labels</source>
        <translation>Merkmale und Labels angeben</translation>
    </message>
    <message>
        <source>give features and labels, or these twice: for training and held out</source>
        <translation>Merkmale und Labels angeben, oder diese zweimal: zum Training und zurückgehalten</translation>
    </message>
    <message>
        <source>give features too, or another separator</source>
        <translation>auch Merkmale angeben, oder ein anderes Trennzeichen</translation>
    </message>
    <message>
        <source>give fewer shifts or less data</source>
        <translation>weniger Verschiebungen oder weniger Daten angeben</translation>
    </message>
    <message>
        <source>give files of the same shape</source>
        <translation>Dateien gleicher Form angeben</translation>
    </message>
    <message>
        <source>give it</source>
        <translation>bitte angeben</translation>
    </message>
    <message>
        <source>give one for each</source>
        <translation>für jeden einen angeben</translation>
    </message>
    <message>
        <source>give one row for each label, as wide as the network&apos;s input</source>
        <translation>eine Zeile je Label angeben, so breit wie die Eingabe des Netzes</translation>
    </message>
    <message>
        <source>give tables of the same columns</source>
        <translation>Tabellen mit denselben Spalten angeben</translation>
    </message>
    <message>
        <source>give the labels of these features; features come first in files</source>
        <translation>die Labels dieser Merkmale angeben; Merkmale kommen in files zuerst</translation>
    </message>
    <message>
        <source>give the passphrase that it was made with</source>
        <translation>die Passphrase angeben, mit der sie erstellt wurde</translation>
    </message>
    <message>
        <source>give the path of a job file</source>
        <translation>den Pfad einer Auftragsdatei angeben</translation>
    </message>
    <message>
        <source>give the path of a job file, or the name of a job that is supplied, such as digits</source>
        <translation>den Pfad einer Auftragsdatei angeben, oder den Namen eines mitgelieferten Auftrags, etwa digits</translation>
    </message>
    <message>
        <source>give the path of a terms file, such as one with the line release = &quot;10s&quot;</source>
        <translation>den Pfad einer Datei mit Bedingungen angeben, etwa mit der Zeile release = &quot;10s&quot;</translation>
    </message>
    <message>
        <source>give the shape of the data</source>
        <translation>die Form der Daten angeben</translation>
    </message>
    <message>
        <source>give the state of this layout</source>
        <translation>den Zustand dieses Layouts angeben</translation>
    </message>
    <message>
        <source>go beyond the job&apos;s iterations</source>
        <translation>gehen über die Iterationen des Auftrags hinaus</translation>
    </message>
    <message>
        <source>goes on after a failed step</source>
        <translation>geht nach einem gescheiterten Schritt weiter</translation>
    </message>
    <message>
        <source>goes on after it was settled</source>
        <translation>geht weiter, nachdem abgerechnet wurde</translation>
    </message>
    <message>
        <source>goes on behind its }</source>
        <translation>geht hinter seiner } weiter</translation>
    </message>
    <message>
        <source>has %1 bytes behind its last element</source>
        <translation>hat %1 Bytes hinter seinem letzten Element</translation>
    </message>
    <message>
        <source>has %1 bytes, its layout has %2</source>
        <translation>hat %1 Bytes, sein Layout hat %2</translation>
    </message>
    <message>
        <source>has %1 bytes, which is not %2 %3</source>
        <translation>hat %1 Bytes, das ist nicht %2 %3</translation>
    </message>
    <message>
        <source>has %1 bytes; %2 are allowed</source>
        <translation>hat %1 Bytes; %2 sind erlaubt</translation>
    </message>
    <message>
        <source>has %1 claims, at most %2 are one</source>
        <translation>hat %1 Ansprüche, höchstens %2 bilden einen Stapel</translation>
    </message>
    <message>
        <source>has %1 features, the table before it has %2</source>
        <translation>hat %1 Merkmale, die Tabelle davor hat %2</translation>
    </message>
    <message>
        <source>has %1 features, the training data %2</source>
        <translation>hat %1 Merkmale, die Trainingsdaten %2</translation>
    </message>
    <message>
        <source>has %1 fields instead of %2</source>
        <translation>hat %1 Felder statt %2</translation>
    </message>
    <message>
        <source>has %1 fields of which only %2 are known</source>
        <translation>hat %1 Felder, von denen nur %2 bekannt sind</translation>
    </message>
    <message>
        <source>has %1 pieces; number %2 was asked for</source>
        <translation>hat %1 Stücke; verlangt war Nummer %2</translation>
    </message>
    <message>
        <source>has %1 roots for %2 steps</source>
        <translation>hat %1 Wurzeln für %2 Schritte</translation>
    </message>
    <message>
        <source>has %1 tables, allowed are 1 to %2</source>
        <translation>hat %1 Tabellen, erlaubt sind 1 bis %2</translation>
    </message>
    <message>
        <source>has a data root that is not 32 bytes long</source>
        <translation>hat eine Datenwurzel, die nicht 32 Bytes lang ist</translation>
    </message>
    <message>
        <source>has a descr that is no string (structured types are not read)</source>
        <translation>hat ein descr, das keine Zeichenkette ist (strukturierte Typen werden nicht gelesen)</translation>
    </message>
    <message>
        <source>has a dimension that is no unsigned integer</source>
        <translation>hat eine Dimension, die keine vorzeichenlose ganze Zahl ist</translation>
    </message>
    <message>
        <source>has a feature that is no short text</source>
        <translation>hat ein Merkmal, das kein kurzer Text ist</translation>
    </message>
    <message>
        <source>has a fortran_order that is neither True nor False</source>
        <translation>hat ein fortran_order, das weder True noch False ist</translation>
    </message>
    <message>
        <source>has a key that is no text</source>
        <translation>hat einen Schlüssel, der kein Text ist</translation>
    </message>
    <message>
        <source>has a length that is no unsigned integer</source>
        <translation>hat eine Länge, die keine vorzeichenlose ganze Zahl ist</translation>
    </message>
    <message>
        <source>has a negative amount</source>
        <translation>hat einen negativen Betrag</translation>
    </message>
    <message>
        <source>has a noise scale that is no 32-bit integer</source>
        <translation>hat einen Rauschmaßstab, der keine 32-Bit-Ganzzahl ist</translation>
    </message>
    <message>
        <source>has a path of something else than hashes</source>
        <translation>hat einen Pfad aus etwas anderem als Hashes</translation>
    </message>
    <message>
        <source>has a secret and no receipt</source>
        <translation>hat ein Geheimnis und keine Quittung</translation>
    </message>
    <message>
        <source>has a sentence that is no text</source>
        <translation>hat einen Satz, der kein Text ist</translation>
    </message>
    <message>
        <source>has a shape that is no array of at most 8 whole numbers</source>
        <translation>hat eine Form, die kein Array von höchstens 8 ganzen Zahlen ist</translation>
    </message>
    <message>
        <source>has a shape that is no tuple of whole numbers</source>
        <translation>hat eine Form, die kein Tupel ganzer Zahlen ist</translation>
    </message>
    <message>
        <source>has a version that is no number</source>
        <translation>hat eine Version, die keine Zahl ist</translation>
    </message>
    <message>
        <source>has a wrong number of roots</source>
        <translation>hat eine falsche Anzahl von Wurzeln</translation>
    </message>
    <message>
        <source>has an argument that is no short text</source>
        <translation>hat ein Argument, das kein kurzer Text ist</translation>
    </message>
    <message>
        <source>has an unknown dtype</source>
        <translation>hat einen unbekannten dtype</translation>
    </message>
    <message>
        <source>has another size than its shape and dtype say</source>
        <translation>hat eine andere Größe, als Form und dtype sagen</translation>
    </message>
    <message>
        <source>has data_offsets that are not two whole numbers</source>
        <translation>hat data_offsets, die nicht zwei ganze Zahlen sind</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>ist beendet</translation>
    </message>
    <message>
        <source>has fewer than two legs</source>
        <translation>hat weniger als zwei Teilbuchungen</translation>
    </message>
    <message>
        <source>has keys that are not known, or some twice</source>
        <translation>hat Schlüssel, die unbekannt sind, oder manche doppelt</translation>
    </message>
    <message>
        <source>has more than 64 dots</source>
        <translation>hat mehr als 64 Punkte</translation>
    </message>
    <message>
        <source>has more than six decimals</source>
        <translation>hat mehr als sechs Nachkommastellen</translation>
    </message>
    <message>
        <source>has more windows than its offer</source>
        <translation>hat mehr Fenster als seine Offerte</translation>
    </message>
    <message>
        <source>has no column &apos;%1&apos; for the label</source>
        <translation>hat keine Spalte &apos;%1&apos; für das Label</translation>
    </message>
    <message>
        <source>has no comma between its keys</source>
        <translation>hat kein Komma zwischen seinen Schlüsseln</translation>
    </message>
    <message>
        <source>has no contract</source>
        <translation>hat keinen Vertrag</translation>
    </message>
    <message>
        <source>has no key where one must stand</source>
        <translation>hat keinen Schlüssel, wo einer stehen muss</translation>
    </message>
    <message>
        <source>has no label column</source>
        <translation>hat keine Label-Spalte</translation>
    </message>
    <message>
        <source>has no receipt yet</source>
        <translation>hat noch keine Quittung</translation>
    </message>
    <message>
        <source>has no receipt, and windows follow</source>
        <translation>hat keine Quittung, und Fenster folgen</translation>
    </message>
    <message>
        <source>has no row of numbers</source>
        <translation>hat keine Zeile mit Zahlen</translation>
    </message>
    <message>
        <source>has no samples, or not one label for each</source>
        <translation>hat keine Beispiele, oder nicht ein Label für jedes</translation>
    </message>
    <message>
        <source>has no such account: %1</source>
        <translation>hat kein solches Konto: %1</translation>
    </message>
    <message>
        <source>has no tensor &apos;%1&apos;</source>
        <translation>hat keinen Tensor &apos;%1&apos;</translation>
    </message>
    <message>
        <source>has not 1 to 4 dimensions</source>
        <translation>hat nicht 1 bis 4 Dimensionen</translation>
    </message>
    <message>
        <source>has other characters than a-z, 0-9 and -</source>
        <translation>hat andere Zeichen als a-z, 0-9 und -</translation>
    </message>
    <message>
        <source>has the .npy version %1</source>
        <translation>hat die .npy-Version %1</translation>
    </message>
    <message>
        <source>has the element type &apos;%1&apos;</source>
        <translation>hat den Elementtyp &apos;%1&apos;</translation>
    </message>
    <message>
        <source>has the format %1, and this program knows the formats up to %2</source>
        <translation>hat das Format %1, und dieses Programm kennt die Formate bis %2</translation>
    </message>
    <message>
        <source>has the format %1, and this program reads the format %2</source>
        <translation>hat das Format %1, und dieses Programm liest das Format %2</translation>
    </message>
    <message>
        <source>has the id of a transaction with other content</source>
        <translation>hat die Id einer Transaktion mit anderem Inhalt</translation>
    </message>
    <message>
        <source>has the key &apos;</source>
        <translation>hat den Schlüssel &apos;</translation>
    </message>
    <message>
        <source>has the label %1</source>
        <translation>hat das Label %1</translation>
    </message>
    <message>
        <source>has the shape %1</source>
        <translation>hat die Form %1</translation>
    </message>
    <message>
        <source>has the shape %1, wanted is [%2], one label for each sample of %3</source>
        <translation>hat die Form %1, gewünscht ist [%2], ein Label für jedes Beispiel von %3</translation>
    </message>
    <message>
        <source>has the unknown IDX type %1</source>
        <translation>hat den unbekannten IDX-Typ %1</translation>
    </message>
    <message>
        <source>has the unknown key &apos;</source>
        <translation>hat den unbekannten Schlüssel &apos;</translation>
    </message>
    <message>
        <source>held the result against another root than the committed one</source>
        <translation>hat das Ergebnis mit einer anderen Wurzel als der festgelegten verglichen</translation>
    </message>
    <message>
        <source>held-out data</source>
        <translation>zurückgehaltene Daten</translation>
    </message>
    <message>
        <source>hold out more, or give more data</source>
        <translation>mehr zurückhalten, oder mehr Daten angeben</translation>
    </message>
    <message>
        <source>holds a job in the unknown state %1</source>
        <translation>enthält einen Auftrag im unbekannten Zustand %1</translation>
    </message>
    <message>
        <source>holds a wrong element</source>
        <translation>enthält ein falsches Element</translation>
    </message>
    <message>
        <source>holds an account that cannot be: %1</source>
        <translation>enthält ein Konto, das es nicht geben kann: %1</translation>
    </message>
    <message>
        <source>holds an amount that cannot be: %1</source>
        <translation>enthält einen Betrag, den es nicht geben kann: %1</translation>
    </message>
    <message>
        <source>holds an id of a wrong length in column %1</source>
        <translation>enthält eine Id falscher Länge in Spalte %1</translation>
    </message>
    <message>
        <source>holds out none of %1 samples</source>
        <translation>hält keines von %1 Beispielen zurück</translation>
    </message>
    <message>
        <source>indefinite lengths and breaks are not canonical</source>
        <translation>unbestimmte Längen und Breaks sind nicht kanonisch</translation>
    </message>
    <message>
        <source>install host and worker of the same version</source>
        <translation>Anbieter und Worker derselben Version installieren</translation>
    </message>
    <message>
        <source>install node and worker of the same version</source>
        <translation>Knoten und Worker derselben Version installieren</translation>
    </message>
    <message>
        <source>install the newer version of the program that has written it</source>
        <translation>die neuere Version des Programms installieren, das dies geschrieben hat</translation>
    </message>
    <message>
        <source>install the package libqt6sql6-sqlite</source>
        <translation>das Paket libqt6sql6-sqlite installieren</translation>
    </message>
    <message>
        <source>install unchained-worker there</source>
        <translation>dort unchained-worker installieren</translation>
    </message>
    <message>
        <source>is %1 bytes long, a .safetensors file has at least 8</source>
        <translation>ist %1 Bytes lang, eine .safetensors-Datei hat mindestens 8</translation>
    </message>
    <message>
        <source>is %1 bytes long, a job file has at most %2</source>
        <translation>ist %1 Bytes lang, eine Auftragsdatei hat höchstens %2</translation>
    </message>
    <message>
        <source>is %1 bytes long, allowed are 1 to %2</source>
        <translation>ist %1 Bytes lang, erlaubt sind 1 bis %2</translation>
    </message>
    <message>
        <source>is %1 bytes long, an IDX file has at least 4</source>
        <translation>ist %1 Bytes lang, eine IDX-Datei hat mindestens 4</translation>
    </message>
    <message>
        <source>is %1 credits, a ticket&apos;s face value is %2</source>
        <translation>ist %1 Credits, der Nennwert eines Loses ist %2</translation>
    </message>
    <message>
        <source>is %1, and there are %2 training samples</source>
        <translation>ist %1, und es gibt %2 Trainingsbeispiele</translation>
    </message>
    <message>
        <source>is a damaged gzip file</source>
        <translation>ist eine beschädigte gzip-Datei</translation>
    </message>
    <message>
        <source>is a database of another kind or program</source>
        <translation>ist eine Datenbank anderer Art oder eines anderen Programms</translation>
    </message>
    <message>
        <source>is a gzip file that ends too early</source>
        <translation>ist eine gzip-Datei, die zu früh endet</translation>
    </message>
    <message>
        <source>is being closed</source>
        <translation>wird gerade geschlossen</translation>
    </message>
    <message>
        <source>is beyond the chain</source>
        <translation>liegt jenseits der Kette</translation>
    </message>
    <message>
        <source>is beyond the largest amount</source>
        <translation>liegt über dem größten Betrag</translation>
    </message>
    <message>
        <source>is beyond the largest amount, %1 credits</source>
        <translation>liegt über dem größten Betrag, %1 Credits</translation>
    </message>
    <message>
        <source>is busy with another contract</source>
        <translation>ist mit einem anderen Vertrag beschäftigt</translation>
    </message>
    <message>
        <source>is damaged: %1</source>
        <translation>ist beschädigt: %1</translation>
    </message>
    <message>
        <source>is damaged: its bytes have changed</source>
        <translation>ist beschädigt: die Bytes haben sich geändert</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>is empty or too large</source>
        <translation>ist leer oder zu groß</translation>
    </message>
    <message>
        <source>is for adam only</source>
        <translation>gilt nur für adam</translation>
    </message>
    <message>
        <source>is for csv files only</source>
        <translation>gilt nur für csv-Dateien</translation>
    </message>
    <message>
        <source>is for no claim</source>
        <translation>gilt keinem Anspruch</translation>
    </message>
    <message>
        <source>is for sgd only</source>
        <translation>gilt nur für sgd</translation>
    </message>
    <message>
        <source>is in Fortran order</source>
        <translation>ist in Fortran-Reihenfolge</translation>
    </message>
    <message>
        <source>is longer than %1 bytes</source>
        <translation>ist länger als %1 Bytes</translation>
    </message>
    <message>
        <source>is longer than the contract</source>
        <translation>ist länger als der Vertrag</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is missing or no regular file</source>
        <translation>fehlt oder ist keine reguläre Datei</translation>
    </message>
    <message>
        <source>is missing, and so is iterations_per_step</source>
        <translation>fehlt, ebenso iterations_per_step</translation>
    </message>
    <message>
        <source>is more than %1 credits</source>
        <translation>ist mehr als %1 Credits</translation>
    </message>
    <message>
        <source>is more than the books can hold</source>
        <translation>ist mehr, als die Bücher fassen können</translation>
    </message>
    <message>
        <source>is more than the host&apos;s listing allows</source>
        <translation>ist mehr, als das Angebot des Anbieters erlaubt</translation>
    </message>
    <message>
        <source>is negative</source>
        <translation>ist negativ</translation>
    </message>
    <message>
        <source>is neither full nor a number</source>
        <translation>ist weder full noch eine Zahl</translation>
    </message>
    <message>
        <source>is neither sgd nor adam</source>
        <translation>ist weder sgd noch adam</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder true noch false</translation>
    </message>
    <message>
        <source>is no .npy file: it does not begin with \x93NUMPY</source>
        <translation>ist keine .npy-Datei: beginnt nicht mit \x93NUMPY</translation>
    </message>
    <message>
        <source>is no .safetensors file</source>
        <translation>ist keine .safetensors-Datei</translation>
    </message>
    <message>
        <source>is no IDX file: it does not begin with two zero bytes</source>
        <translation>ist keine IDX-Datei: beginnt nicht mit zwei Null-Bytes</translation>
    </message>
    <message>
        <source>is no JSON object</source>
        <translation>ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>is no amount to top up</source>
        <translation>ist kein Betrag zum Aufladen</translation>
    </message>
    <message>
        <source>is no array of 1 to %1 pairs</source>
        <translation>ist kein Array von 1 bis %1 Paaren</translation>
    </message>
    <message>
        <source>is no array of tables</source>
        <translation>ist kein Array von Tabellen</translation>
    </message>
    <message>
        <source>is no array of texts</source>
        <translation>ist kein Array von Texten</translation>
    </message>
    <message>
        <source>is no class number</source>
        <translation>ist keine Klassennummer</translation>
    </message>
    <message>
        <source>is no envelope (%1)</source>
        <translation>ist kein Umschlag (%1)</translation>
    </message>
    <message>
        <source>is no fraction between 0 and 1</source>
        <translation>ist kein Bruch zwischen 0 und 1</translation>
    </message>
    <message>
        <source>is no key that is known here</source>
        <translation>ist kein hier bekannter Schlüssel</translation>
    </message>
    <message>
        <source>is no kind of account</source>
        <translation>ist keine Art von Konto</translation>
    </message>
    <message>
        <source>is no list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>is no map</source>
        <translation>ist keine Map</translation>
    </message>
    <message>
        <source>is no name for a tensor, or comes twice</source>
        <translation>ist kein Name für einen Tensor oder kommt zweimal vor</translation>
    </message>
    <message>
        <source>is no report</source>
        <translation>ist kein Bericht</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is no text: it has a zero byte</source>
        <translation>ist kein Text: enthält ein Null-Byte</translation>
    </message>
    <message>
        <source>is no unsigned integer</source>
        <translation>ist keine vorzeichenlose ganze Zahl</translation>
    </message>
    <message>
        <source>is no valid .safetensors file: %1</source>
        <translation>ist keine gültige .safetensors-Datei: %1</translation>
    </message>
    <message>
        <source>is not 1 to %1</source>
        <translation>ist nicht 1 bis %1</translation>
    </message>
    <message>
        <source>is not 2 to %1</source>
        <translation>ist nicht 2 bis %1</translation>
    </message>
    <message>
        <source>is not 32 bytes</source>
        <translation>ist nicht 32 Bytes lang</translation>
    </message>
    <message>
        <source>is not TOML: %1</source>
        <translation>ist kein TOML: %1</translation>
    </message>
    <message>
        <source>is not a byte string</source>
        <translation>ist keine Bytefolge</translation>
    </message>
    <message>
        <source>is not a finite binary32 number</source>
        <translation>ist keine endliche binary32-Zahl</translation>
    </message>
    <message>
        <source>is not a key file of this program</source>
        <translation>ist keine Schlüsseldatei dieses Programms</translation>
    </message>
    <message>
        <source>is not a leaf</source>
        <translation>ist kein Blatt</translation>
    </message>
    <message>
        <source>is not a list</source>
        <translation>ist keine Liste</translation>
    </message>
    <message>
        <source>is not a list that begins with a name</source>
        <translation>ist keine Liste, die mit einem Namen beginnt</translation>
    </message>
    <message>
        <source>is not a message of this version of the worker</source>
        <translation>ist keine Nachricht dieser Version des Workers</translation>
    </message>
    <message>
        <source>is not a number of credits</source>
        <translation>ist keine Anzahl von Credits</translation>
    </message>
    <message>
        <source>is not a structure of this name and version</source>
        <translation>ist keine Struktur dieses Namens und dieser Version</translation>
    </message>
    <message>
        <source>is not a text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>is not above 0 and finite</source>
        <translation>ist nicht größer als 0 und endlich</translation>
    </message>
    <message>
        <source>is not an IP address of this machine</source>
        <translation>ist keine IP-Adresse dieses Rechners</translation>
    </message>
    <message>
        <source>is not an X.509 certificate</source>
        <translation>ist kein X.509-Zertifikat</translation>
    </message>
    <message>
        <source>is not an array</source>
        <translation>ist kein Array</translation>
    </message>
    <message>
        <source>is not an integer of 64 bits with sign</source>
        <translation>ist keine ganze Zahl von 64 Bit mit Vorzeichen</translation>
    </message>
    <message>
        <source>is not an unsigned integer</source>
        <translation>ist keine vorzeichenlose ganze Zahl</translation>
    </message>
    <message>
        <source>is not canonical CBOR (%1)</source>
        <translation>ist kein kanonisches CBOR (%1)</translation>
    </message>
    <message>
        <source>is not finite</source>
        <translation>ist nicht endlich</translation>
    </message>
    <message>
        <source>is not from 0 to below 1</source>
        <translation>liegt nicht zwischen 0 und unter 1</translation>
    </message>
    <message>
        <source>is not in the window that is shown</source>
        <translation>ist nicht im gezeigten Fenster</translation>
    </message>
    <message>
        <source>is not one</source>
        <translation>ist keine</translation>
    </message>
    <message>
        <source>is not s_%1 of the contract&apos;s chain</source>
        <translation>ist nicht s_%1 der Vertragskette</translation>
    </message>
    <message>
        <source>is not s_1</source>
        <translation>ist nicht s_1</translation>
    </message>
    <message>
        <source>is not s_1 of the offer&apos;s chain</source>
        <translation>ist nicht s_1 der Kette der Offerte</translation>
    </message>
    <message>
        <source>is not settled yet</source>
        <translation>ist noch nicht abgerechnet</translation>
    </message>
    <message>
        <source>is not signed by the hub</source>
        <translation>ist nicht vom Hub signiert</translation>
    </message>
    <message>
        <source>is not signed by the provider</source>
        <translation>ist nicht vom Anbieter signiert</translation>
    </message>
    <message>
        <source>is not the bits of a binary32</source>
        <translation>enthält nicht die Bits einer binary32</translation>
    </message>
    <message>
        <source>is not the file that the renter signed for</source>
        <translation>ist nicht die Datei, für die der Mieter signiert hat</translation>
    </message>
    <message>
        <source>is not the hub that this host is at</source>
        <translation>ist nicht der Hub, bei dem dieser Anbieter ist</translation>
    </message>
    <message>
        <source>is not the named provider&apos;s acceptance of this offer</source>
        <translation>ist nicht die Annahme dieser Offerte durch den genannten Anbieter</translation>
    </message>
    <message>
        <source>is not the next of the chain</source>
        <translation>folgt nicht als Nächstes in der Kette</translation>
    </message>
    <message>
        <source>is not the one that was committed to</source>
        <translation>stimmt nicht mit der Festlegung überein</translation>
    </message>
    <message>
        <source>is not the provider&apos;s</source>
        <translation>ist nicht vom Anbieter</translation>
    </message>
    <message>
        <source>is not the provider&apos;s commitment in this contract</source>
        <translation>ist nicht die Festlegung des Anbieters in diesem Vertrag</translation>
    </message>
    <message>
        <source>is not the receipt of the last window</source>
        <translation>ist nicht die Quittung des letzten Fensters</translation>
    </message>
    <message>
        <source>is not the renter&apos;s for a window of this contract</source>
        <translation>ist nicht vom Mieter für ein Fenster dieses Vertrags</translation>
    </message>
    <message>
        <source>is not the renter&apos;s receipt for this commitment</source>
        <translation>ist nicht die Quittung des Mieters für diese Festlegung</translation>
    </message>
    <message>
        <source>is not the tag of a transaction</source>
        <translation>ist nicht das Kennzeichen einer Transaktion</translation>
    </message>
    <message>
        <source>is not this hub&apos;s</source>
        <translation>ist nicht von diesem Hub</translation>
    </message>
    <message>
        <source>is numbered %1</source>
        <translation>trägt die Nummer %1</translation>
    </message>
    <message>
        <source>is of a window that was never receipted</source>
        <translation>gehört zu einem Fenster, das nie quittiert wurde</translation>
    </message>
    <message>
        <source>is of an unknown kind</source>
        <translation>ist von unbekannter Art</translation>
    </message>
    <message>
        <source>is of another contract</source>
        <translation>gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>is of another job than the first contract</source>
        <translation>gehört zu einem anderen Auftrag als der erste Vertrag</translation>
    </message>
    <message>
        <source>is of another network</source>
        <translation>gehört zu einem anderen Netz</translation>
    </message>
    <message>
        <source>is of no known kind</source>
        <translation>ist von keiner bekannten Art</translation>
    </message>
    <message>
        <source>is open to others, and holds files of other programs</source>
        <translation>ist für andere offen und enthält Dateien anderer Programme</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>ist außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>is out of the range of amounts</source>
        <translation>ist außerhalb des Bereichs der Beträge</translation>
    </message>
    <message>
        <source>is set by the hub alone</source>
        <translation>wird nur vom Hub gesetzt</translation>
    </message>
    <message>
        <source>is settled</source>
        <translation>ist abgerechnet</translation>
    </message>
    <message>
        <source>is signed by neither party</source>
        <translation>ist von keiner Partei signiert</translation>
    </message>
    <message>
        <source>is somebody else&apos;s</source>
        <translation>gehört jemand anderem</translation>
    </message>
    <message>
        <source>is the payer itself</source>
        <translation>ist der Zahler selbst</translation>
    </message>
    <message>
        <source>is the renter itself</source>
        <translation>ist der Mieter selbst</translation>
    </message>
    <message>
        <source>is there already and is not overwritten</source>
        <translation>ist schon vorhanden und wird nicht überschrieben</translation>
    </message>
    <message>
        <source>is there already and not empty</source>
        <translation>ist schon da und nicht leer</translation>
    </message>
    <message>
        <source>it has too many tensors</source>
        <translation>zu viele Tensoren</translation>
    </message>
    <message>
        <source>it is no regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it was altered after it was signed: get an unaltered copy</source>
        <translation>nach dem Signieren verändert: eine unveränderte Kopie besorgen</translation>
    </message>
    <message>
        <source>it was written by another version of the program: use that one, or restore a backup</source>
        <translation>von einer anderen Version des Programms geschrieben: diese verwenden oder eine Sicherung einspielen</translation>
    </message>
    <message>
        <source>its acceptance is not the provider&apos;s</source>
        <translation>die Annahme stammt nicht vom Anbieter</translation>
    </message>
    <message>
        <source>its bytes do not have the root that it is named by</source>
        <translation>die Bytes haben nicht die Wurzel, nach der es benannt ist</translation>
    </message>
    <message>
        <source>its last batch is closed</source>
        <translation>der letzte Stapel ist geschlossen</translation>
    </message>
    <message>
        <source>its path does not lead to the committed root</source>
        <translation>der Pfad führt nicht zur festgelegten Wurzel</translation>
    </message>
    <message>
        <source>its roots do not make the commitment</source>
        <translation>die Wurzeln ergeben nicht die Festlegung</translation>
    </message>
    <message>
        <source>its roots do not make the root that the provider committed to</source>
        <translation>die Wurzeln ergeben nicht die Wurzel, auf die der Anbieter sich festgelegt hat</translation>
    </message>
    <message>
        <source>its secret is not the one that the provider opened</source>
        <translation>das Geheimnis ist nicht das, das der Anbieter geöffnet hat</translation>
    </message>
    <message>
        <source>its seed chain was used before</source>
        <translation>die Seed-Kette wurde schon verwendet</translation>
    </message>
    <message>
        <source>its signature is not that of %1</source>
        <translation>die Signatur ist nicht die von %1</translation>
    </message>
    <message>
        <source>its signature is not that of the renter %1</source>
        <translation>die Signatur ist nicht die des Mieters %1</translation>
    </message>
    <message>
        <source>its signer&apos;s key is one that fits many messages</source>
        <translation>der Schlüssel des Signierenden passt auf viele Nachrichten</translation>
    </message>
    <message>
        <source>its step is not in its window</source>
        <translation>der Schritt liegt nicht im Fenster</translation>
    </message>
    <message>
        <source>its tensors do not have the root of the result</source>
        <translation>die Tensoren haben nicht die Wurzel des Ergebnisses</translation>
    </message>
    <message>
        <source>its ticket did not win</source>
        <translation>das Los hat nicht gewonnen</translation>
    </message>
    <message>
        <source>its tickets are not those that were claimed until then, in their order</source>
        <translation>die Lose sind nicht die bis dahin beanspruchten in deren Reihenfolge</translation>
    </message>
    <message>
        <source>its window&apos;s roots do not fit</source>
        <translation>die Wurzeln des Fensters passen nicht</translation>
    </message>
    <message>
        <source>keep a sample at %1 numbers at most</source>
        <translation>eine Probe auf höchstens %1 Zahlen beschränken</translation>
    </message>
    <message>
        <source>keep it below %1</source>
        <translation>unter %1 halten</translation>
    </message>
    <message>
        <source>keep the directory as it is, restore a backup, and compare the two logs</source>
        <translation>das Verzeichnis lassen, wie es ist, eine Sicherung einspielen und die beiden Protokolle vergleichen</translation>
    </message>
    <message>
        <source>keep this file, and restore a backup of the directory; check the disk before using it again</source>
        <translation>diese Datei behalten und eine Sicherung des Verzeichnisses einspielen; vor weiterer Nutzung den Datenträger prüfen</translation>
    </message>
    <message>
        <source>key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>known are %1</source>
        <translation>bekannt sind %1</translation>
    </message>
    <message>
        <source>known are %1; or give the path of a job file</source>
        <translation>bekannt sind %1; oder den Pfad einer Auftragsdatei angeben</translation>
    </message>
    <message>
        <source>known are 8, 9, 11, 12, 13 and 14</source>
        <translation>bekannt sind 8, 9, 11, 12, 13 und 14</translation>
    </message>
    <message>
        <source>labels are whole numbers below %1</source>
        <translation>Labels sind ganze Zahlen unter %1</translation>
    </message>
    <message>
        <source>labels are whole numbers from 0</source>
        <translation>Labels sind ganze Zahlen ab 0</translation>
    </message>
    <message>
        <source>leave it out</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>leave steps or iterations_per_step away in [contract]</source>
        <translation>steps oder iterations_per_step in [contract] weglassen</translation>
    </message>
    <message>
        <source>leave the engine out, and the best one is chosen</source>
        <translation>das Rechenwerk weglassen, dann wird das beste gewählt</translation>
    </message>
    <message>
        <source>leaves nothing to train on</source>
        <translation>lässt nichts zum Trainieren übrig</translation>
    </message>
    <message>
        <source>leaves the range of amounts</source>
        <translation>verlässt den Bereich der Beträge</translation>
    </message>
    <message>
        <source>ledger: the accounts do not sum to zero</source>
        <translation>Hauptbuch: die Summe der Konten ist nicht null</translation>
    </message>
    <message>
        <source>ledger: the sum over all accounts moved</source>
        <translation>Hauptbuch: die Summe über alle Konten hat sich verschoben</translation>
    </message>
    <message>
        <source>listed as busy</source>
        <translation>als belegt gelistet</translation>
    </message>
    <message>
        <source>listed: waiting for a renter</source>
        <translation>gelistet: wartet auf einen Mieter</translation>
    </message>
    <message>
        <source>listen on an IP address, on localhost, or on 0.0.0.0 for all</source>
        <translation>an einer IP-Adresse, an localhost oder für alle an 0.0.0.0 lauschen</translation>
    </message>
    <message>
        <source>listen on one of its own addresses, or on 0.0.0.0 for all</source>
        <translation>an einer eigenen Adresse oder für alle an 0.0.0.0 lauschen</translation>
    </message>
    <message>
        <source>load the state whose root the parameters name</source>
        <translation>den Zustand laden, dessen Wurzel die Parameter nennen</translation>
    </message>
    <message>
        <source>locks another bond than was offered</source>
        <translation>sperrt ein anderes Pfand als angeboten</translation>
    </message>
    <message>
        <source>loses subnormal numbers</source>
        <translation>verliert subnormale Zahlen</translation>
    </message>
    <message>
        <source>lower the learning rate</source>
        <translation>die Lernrate senken</translation>
    </message>
    <message>
        <source>lower the learning rate or look into the data</source>
        <translation>die Lernrate senken oder die Daten ansehen</translation>
    </message>
    <message>
        <source>lower the learning rate or scale the data</source>
        <translation>die Lernrate senken oder die Daten skalieren</translation>
    </message>
    <message>
        <source>make a new id for a new command</source>
        <translation>für einen neuen Befehl eine neue ID erzeugen</translation>
    </message>
    <message>
        <source>make a new id for a new transaction</source>
        <translation>für eine neue Transaktion eine neue ID erzeugen</translation>
    </message>
    <message>
        <source>make a new offer</source>
        <translation>eine neue Offerte machen</translation>
    </message>
    <message>
        <source>make a new offer with a new nonce</source>
        <translation>eine neue Offerte mit neuer Nonce machen</translation>
    </message>
    <message>
        <source>make one with: unchained-node keys new</source>
        <translation>einen erzeugen mit: unchained-node keys new</translation>
    </message>
    <message>
        <source>make room on the disk</source>
        <translation>auf dem Datenträger Platz schaffen</translation>
    </message>
    <message>
        <source>make the offer for this hub</source>
        <translation>die Offerte für diesen Hub machen</translation>
    </message>
    <message>
        <source>makes a feature infinite</source>
        <translation>macht ein Merkmal unendlich</translation>
    </message>
    <message>
        <source>may not be written: nothing was written</source>
        <translation>darf nicht geschrieben werden: nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>mend the data</source>
        <translation>die Daten berichtigen</translation>
    </message>
    <message>
        <source>mend what it says, or install node and worker of the same version</source>
        <translation>beheben, was dort steht, oder Node und Worker derselben Version installieren</translation>
    </message>
    <message>
        <source>merkle: a path was asked for a leaf that is not there</source>
        <translation>Merkle: ein Pfad wurde für ein Blatt verlangt, das es nicht gibt</translation>
    </message>
    <message>
        <source>model name</source>
        <translation>Modellname</translation>
    </message>
    <message>
        <source>more than 16 containers stand inside each other</source>
        <translation>mehr als 16 Container sind ineinander verschachtelt</translation>
    </message>
    <message>
        <source>moves nothing on %1</source>
        <translation>bewegt nichts auf %1</translation>
    </message>
    <message>
        <source>must be 0</source>
        <translation>muss 0 sein</translation>
    </message>
    <message>
        <source>must be 1 to %1 steps</source>
        <translation>muss 1 bis %1 Schritte sein</translation>
    </message>
    <message>
        <source>must be 5 to 13</source>
        <translation>muss 5 bis 13 sein</translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation>muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>must be more than 0 credits</source>
        <translation>muss mehr als 0 Credits sein</translation>
    </message>
    <message>
        <source>must be positive</source>
        <translation>muss positiv sein</translation>
    </message>
    <message>
        <source>must lie ahead, by at most an hour</source>
        <translation>muss in der Zukunft liegen, höchstens eine Stunde entfernt</translation>
    </message>
    <message>
        <source>name a directory that rent --out wrote</source>
        <translation>ein Verzeichnis angeben, das rent --out geschrieben hat</translation>
    </message>
    <message>
        <source>name a larger amount</source>
        <translation>einen größeren Betrag angeben</translation>
    </message>
    <message>
        <source>name a result of this job that stopped before its end</source>
        <translation>ein Ergebnis dieses Auftrags angeben, das vor dem Ende stehen blieb</translation>
    </message>
    <message>
        <source>name another directory with --out, or move this one away</source>
        <translation>mit --out ein anderes Verzeichnis angeben oder dieses verschieben</translation>
    </message>
    <message>
        <source>name another file, or move that one away</source>
        <translation>eine andere Datei angeben oder jene verschieben</translation>
    </message>
    <message>
        <source>name one with label_column</source>
        <translation>mit label_column eine angeben</translation>
    </message>
    <message>
        <source>name the data&apos;s files</source>
        <translation>die Dateien der Daten angeben</translation>
    </message>
    <message>
        <source>name the right directory with --data-dir; a hub or a host makes its database at its first start</source>
        <translation>mit --data-dir das richtige Verzeichnis angeben; Hub oder Anbieter legen ihre Datenbank beim ersten Start an</translation>
    </message>
    <message>
        <source>name the right one with --data-dir</source>
        <translation>mit --data-dir das richtige angeben</translation>
    </message>
    <message>
        <source>names another contract</source>
        <translation>nennt einen anderen Vertrag</translation>
    </message>
    <message>
        <source>names another host</source>
        <translation>nennt einen anderen Anbieter</translation>
    </message>
    <message>
        <source>names another marketplace</source>
        <translation>nennt einen anderen Marktplatz</translation>
    </message>
    <message>
        <source>names no engine</source>
        <translation>nennt kein Rechenwerk</translation>
    </message>
    <message>
        <source>names no file</source>
        <translation>nennt keine Datei</translation>
    </message>
    <message>
        <source>names no state to go on from</source>
        <translation>nennt keinen Zustand, von dem es weitergeht</translation>
    </message>
    <message>
        <source>need the size of an image</source>
        <translation>brauchen die Größe eines Bildes</translation>
    </message>
    <message>
        <source>needs a commitment, its receipt, what followed, and the seed</source>
        <translation>braucht eine Festlegung, deren Quittung, das darauf Folgende und den Seed</translation>
    </message>
    <message>
        <source>no connection: %1</source>
        <translation>keine Verbindung: %1</translation>
    </message>
    <message>
        <source>no data set was given</source>
        <translation>kein Datensatz angegeben</translation>
    </message>
    <message>
        <source>no engine passed its self-test on this machine</source>
        <translation>kein Rechenwerk hat auf diesem Rechner den Selbsttest bestanden</translation>
    </message>
    <message>
        <source>no finite state</source>
        <translation>kein endlicher Zustand</translation>
    </message>
    <message>
        <source>no host fits</source>
        <translation>kein Anbieter passt</translation>
    </message>
    <message>
        <source>no layer has anything to train</source>
        <translation>keine Schicht hat etwas zu trainieren</translation>
    </message>
    <message>
        <source>no state was loaded</source>
        <translation>kein Zustand wurde geladen</translation>
    </message>
    <message>
        <source>nobody listens there</source>
        <translation>dort lauscht niemand</translation>
    </message>
    <message>
        <source>nothing was heard for %1 ms</source>
        <translation>seit %1 ms war nichts zu hören</translation>
    </message>
    <message>
        <source>number %1 instead of %2</source>
        <translation>Nummer %1 statt %2</translation>
    </message>
    <message>
        <source>number the classes from 0, or raise their count</source>
        <translation>die Klassen ab 0 nummerieren oder ihre Anzahl erhöhen</translation>
    </message>
    <message>
        <source>of the simple values only false, true and null are supported</source>
        <translation>von den einfachen Werten werden nur false, true und null unterstützt</translation>
    </message>
    <message>
        <source>offers nothing here now</source>
        <translation>bietet hier jetzt nichts an</translation>
    </message>
    <message>
        <source>one check in %1 claims does not make cheating a loss</source>
        <translation>eine Prüfung auf %1 Ansprüche macht Betrug nicht zum Verlust</translation>
    </message>
    <message>
        <source>one check in %1 claims does not make cheating a loss; one in %2 would</source>
        <translation>eine Prüfung auf %1 Ansprüche macht Betrug nicht zum Verlust; eine auf %2 täte es</translation>
    </message>
    <message>
        <source>one peer has %1 circuits already</source>
        <translation>ein Peer hat schon %1 Leitungen</translation>
    </message>
    <message>
        <source>one side speaks version %1, the other %2</source>
        <translation>eine Seite spricht Version %1, die andere %2</translation>
    </message>
    <message>
        <source>only the hub&apos;s operator issues credits</source>
        <translation>nur der Betreiber des Hubs gibt Credits aus</translation>
    </message>
    <message>
        <source>only the provider closes</source>
        <translation>nur der Anbieter schließt ab</translation>
    </message>
    <message>
        <source>only the provider publishes</source>
        <translation>nur der Anbieter veröffentlicht</translation>
    </message>
    <message>
        <source>only the renter confirms the close</source>
        <translation>nur der Mieter bestätigt den Abschluss</translation>
    </message>
    <message>
        <source>only the renter releases</source>
        <translation>nur der Mieter gibt frei</translation>
    </message>
    <message>
        <source>only the renter tops up</source>
        <translation>nur der Mieter stockt auf</translation>
    </message>
    <message>
        <source>opens a window though none was committed</source>
        <translation>öffnet ein Fenster, obwohl keines festgelegt wurde</translation>
    </message>
    <message>
        <source>pair %1 is not two whole numbers from %2 to %3</source>
        <translation>das Paar %1 besteht nicht aus zwei ganzen Zahlen von %2 bis %3</translation>
    </message>
    <message>
        <source>pay less, or wait until locked credits are free</source>
        <translation>weniger zahlen oder warten, bis gesperrte Credits frei sind</translation>
    </message>
    <message>
        <source>piece %1 does not belong to this blob</source>
        <translation>Stück %1 gehört nicht zu diesem Blob</translation>
    </message>
    <message>
        <source>price, bond and rate cannot be negative or nothing</source>
        <translation>Preis, Pfand und Rate können weder negativ noch null sein</translation>
    </message>
    <message>
        <source>products of %1 bits are not known</source>
        <translation>Produkte mit %1 Bit sind nicht bekannt</translation>
    </message>
    <message>
        <source>protocol version</source>
        <translation>Protokollversion</translation>
    </message>
    <message>
        <source>public key</source>
        <translation>öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>publish fee</source>
        <translation>Gebühr für die Veröffentlichung</translation>
    </message>
    <message>
        <source>put in more credits, or rent fewer steps or a cheaper host</source>
        <translation>mehr Credits einsetzen, weniger Schritte oder einen günstigeren Anbieter mieten</translation>
    </message>
    <message>
        <source>quote the whole field or nothing of it</source>
        <translation>das ganze Feld in Anführungszeichen setzen oder nichts davon</translation>
    </message>
    <message>
        <source>raise the bond&apos;s worth by more checks, or choose another host</source>
        <translation>den Wert des Pfands durch mehr Prüfungen erhöhen oder einen anderen Anbieter wählen</translation>
    </message>
    <message>
        <source>raise the limit, or rent fewer steps or a cheaper host</source>
        <translation>die Grenze anheben, weniger Schritte oder einen günstigeren Anbieter mieten</translation>
    </message>
    <message>
        <source>raise the limit, or wait for a cheaper host</source>
        <translation>die Grenze anheben oder auf einen günstigeren Anbieter warten</translation>
    </message>
    <message>
        <source>read are &lt;f4 &lt;f8 |i1 |u1 &lt;i2 &lt;i4 &lt;i8; convert with .astype(&apos;&lt;f4&apos;)</source>
        <translation>gelesen werden &lt;f4 &lt;f8 |i1 |u1 &lt;i2 &lt;i4 &lt;i8; umwandeln mit .astype(&apos;&lt;f4&apos;)</translation>
    </message>
    <message>
        <source>read the listing again: its price or rate has changed</source>
        <translation>das Angebot neu lesen: Preis oder Rate haben sich geändert</translation>
    </message>
    <message>
        <source>refuses an ordinary product (</source>
        <translation>weist ein gewöhnliches Produkt ab (</translation>
    </message>
    <message>
        <source>remove it</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>remove it, or write type = &quot;adam&quot;</source>
        <translation>entfernen oder type = &quot;adam&quot; schreiben</translation>
    </message>
    <message>
        <source>remove it, or write type = &quot;sgd&quot;</source>
        <translation>entfernen oder type = &quot;sgd&quot; schreiben</translation>
    </message>
    <message>
        <source>remove or replace it</source>
        <translation>entfernen oder ersetzen</translation>
    </message>
    <message>
        <source>rename it</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <source>rent from somebody else</source>
        <translation>bei jemand anderem mieten</translation>
    </message>
    <message>
        <source>renter and provider are the same</source>
        <translation>Mieter und Anbieter sind dieselben</translation>
    </message>
    <message>
        <source>restore it from a backup</source>
        <translation>aus einer Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>rests on a second commitment, and the provider was not caught</source>
        <translation>beruht auf einer zweiten Festlegung, und der Anbieter wurde nicht ertappt</translation>
    </message>
    <message>
        <source>s_%1 is not of the offer&apos;s seed chain</source>
        <translation>s_%1 gehört nicht zur Seed-Kette der Offerte</translation>
    </message>
    <message>
        <source>save it as CSV</source>
        <translation>als CSV speichern</translation>
    </message>
    <message>
        <source>save numpy.ascontiguousarray(a)</source>
        <translation>numpy.ascontiguousarray(a) speichern</translation>
    </message>
    <message>
        <source>says neither what came out nor why nothing did</source>
        <translation>sagt weder, was herauskam, noch, warum nichts herauskam</translation>
    </message>
    <message>
        <source>see gpu/description.h</source>
        <translation>siehe gpu/description.h</translation>
    </message>
    <message>
        <source>send large data as a blob</source>
        <translation>große Daten als Blob senden</translation>
    </message>
    <message>
        <source>serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>settled as &apos;%1&apos; %2</source>
        <translation>als &apos;%1&apos; abgerechnet %2</translation>
    </message>
    <message>
        <source>settled as &apos;%1&apos; without the provider&apos;s Close</source>
        <translation>als &apos;%1&apos; abgerechnet ohne das Close des Anbieters</translation>
    </message>
    <message>
        <source>settled without a single check</source>
        <translation>ohne eine einzige Prüfung abgerechnet</translation>
    </message>
    <message>
        <source>shorten it</source>
        <translation>kürzen</translation>
    </message>
    <message>
        <source>shows %1 seeds for %2 receipted windows, one more is due</source>
        <translation>zeigt %1 Seeds für %2 quittierte Fenster, einer mehr ist fällig</translation>
    </message>
    <message>
        <source>shows another commitment of the last window</source>
        <translation>zeigt eine andere Festlegung des letzten Fensters</translation>
    </message>
    <message>
        <source>shows another receipt of the last window</source>
        <translation>zeigt eine andere Quittung des letzten Fensters</translation>
    </message>
    <message>
        <source>shows another secret than the committed one</source>
        <translation>zeigt ein anderes Geheimnis als das festgelegte</translation>
    </message>
    <message>
        <source>shows another seed than the renter gave</source>
        <translation>zeigt einen anderen Seed, als der Mieter gab</translation>
    </message>
    <message>
        <source>shows no commitment of the provider for its window</source>
        <translation>zeigt keine Festlegung des Anbieters für das Fenster</translation>
    </message>
    <message>
        <source>shows no receipt of the renter for its window</source>
        <translation>zeigt keine Quittung des Mieters für das Fenster</translation>
    </message>
    <message>
        <source>shows other states than the committed ones</source>
        <translation>zeigt andere Zustände als die festgelegten</translation>
    </message>
    <message>
        <source>silence: h is not of the chain</source>
        <translation>Schweigen: h gehört nicht zur Kette</translation>
    </message>
    <message>
        <source>silent window</source>
        <translation>stummes Fenster</translation>
    </message>
    <message>
        <source>somebody left twice</source>
        <translation>jemand ist zweimal gegangen</translation>
    </message>
    <message>
        <source>split the line; no key of a job file is nested so deep</source>
        <translation>die Zeile teilen; kein Schlüssel einer Auftragsdatei ist so tief verschachtelt</translation>
    </message>
    <message>
        <source>split the table</source>
        <translation>die Tabelle teilen</translation>
    </message>
    <message>
        <source>stands here twice</source>
        <translation>steht hier zweimal</translation>
    </message>
    <message>
        <source>stands in the log before the last payment</source>
        <translation>steht im Protokoll vor der letzten Zahlung</translation>
    </message>
    <message>
        <source>stands in the log before the payment that it follows</source>
        <translation>steht im Protokoll vor der Zahlung, auf die es folgt</translation>
    </message>
    <message>
        <source>start again what you need</source>
        <translation>neu starten, was gebraucht wird</translation>
    </message>
    <message>
        <source>start the hub or the host on this directory: it brings the file up to date</source>
        <translation>Hub oder Anbieter auf diesem Verzeichnis starten: das bringt die Datei auf den neuen Stand</translation>
    </message>
    <message>
        <source>step %1 recomputed gives %2, the provider committed to %3</source>
        <translation>Schritt %1 ergibt neu berechnet %2, der Anbieter hat sich auf %3 festgelegt</translation>
    </message>
    <message>
        <source>step %1 was found wrong, and what follows builds on it</source>
        <translation>Schritt %1 wurde für falsch befunden, und was folgt, baut darauf auf</translation>
    </message>
    <message>
        <source>step price</source>
        <translation>Schrittpreis</translation>
    </message>
    <message>
        <source>steps %1 to %2 cannot be recomputed: %3</source>
        <translation>die Schritte %1 bis %2 lassen sich nicht neu berechnen: %3</translation>
    </message>
    <message>
        <source>stop that program, choose another port, or write port 0 for any free one</source>
        <translation>jenes Programm beenden, einen anderen Port wählen oder Port 0 für irgendeinen freien schreiben</translation>
    </message>
    <message>
        <source>tags are not supported</source>
        <translation>Tags werden nicht unterstützt</translation>
    </message>
    <message>
        <source>takes %1 credits from %2, which holds %3</source>
        <translation>nimmt %1 Credits von %2, dort liegen %3</translation>
    </message>
    <message>
        <source>takes 1 to %1 texts of 1 to %2 bytes each</source>
        <translation>nimmt 1 bis %1 Texte von je 1 bis %2 Bytes</translation>
    </message>
    <message>
        <source>takes from what was burned</source>
        <translation>nimmt von dem, was verbrannt wurde</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is %2 %3, wanted is %4 with %5 dimensions</source>
        <translation>Tensor &apos;%1&apos; ist %2 %3, verlangt ist %4 mit %5 Dimensionen</translation>
    </message>
    <message>
        <source>tensor &apos;%1&apos; is %2 %3, wanted is F32 %4</source>
        <translation>Tensor &apos;%1&apos; ist %2 %3, verlangt ist F32 %4</translation>
    </message>
    <message>
        <source>text follows a closing quote</source>
        <translation>nach einem schließenden Anführungszeichen folgt Text</translation>
    </message>
    <message>
        <source>the %1 does not stand: %2</source>
        <translation>%1 hat keinen Bestand: %2</translation>
    </message>
    <message>
        <source>the .npy header %1</source>
        <translation>der .npy-Kopf %1</translation>
    </message>
    <message>
        <source>the Close that the hub was given is not the one that the renter was given</source>
        <translation>das Close beim Hub ist nicht dasselbe wie das beim Mieter</translation>
    </message>
    <message>
        <source>the Leave is of another contract</source>
        <translation>das Leave gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>the Leave names window %1, the last receipted one is %2</source>
        <translation>das Leave nennt Fenster %1, das letzte quittierte ist %2</translation>
    </message>
    <message>
        <source>the acceptance is not signed by the provider that the offer names</source>
        <translation>die Annahme ist nicht von dem Anbieter signiert, den die Offerte nennt</translation>
    </message>
    <message>
        <source>the acceptance is of another offer</source>
        <translation>die Annahme gehört zu einer anderen Offerte</translation>
    </message>
    <message>
        <source>the admission is not signed by the hub</source>
        <translation>die Zulassung ist nicht vom Hub signiert</translation>
    </message>
    <message>
        <source>the admission is of another contract</source>
        <translation>die Zulassung gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>the amount is beyond what the books can hold</source>
        <translation>der Betrag übersteigt, was die Bücher fassen können</translation>
    </message>
    <message>
        <source>the backup cannot be written: %1</source>
        <translation>die Sicherung kann nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>the balance is smaller than the top-up</source>
        <translation>das Guthaben ist kleiner als die Aufstockung</translation>
    </message>
    <message>
        <source>the balance of %1 is %2 micro-credits, and its postings sum to %3</source>
        <translation>das Guthaben von %1 ist %2 Mikro-Credits, die Summe der Buchungen ist %3</translation>
    </message>
    <message>
        <source>the balance of %1 is below zero: %2 micro-credits</source>
        <translation>das Guthaben von %1 liegt unter null: %2 Mikro-Credits</translation>
    </message>
    <message>
        <source>the bond is %1 credits, the host has %2</source>
        <translation>das Pfand ist %1 Credits, der Anbieter hat %2</translation>
    </message>
    <message>
        <source>the bond that was locked is not the offer&apos;s</source>
        <translation>das gesperrte Pfand ist nicht das der Offerte</translation>
    </message>
    <message>
        <source>the bracket around the IPv6 address is not closed</source>
        <translation>die Klammer um die IPv6-Adresse ist nicht geschlossen</translation>
    </message>
    <message>
        <source>the check of step %1 was due and never made</source>
        <translation>die Prüfung von Schritt %1 war fällig und fand nie statt</translation>
    </message>
    <message>
        <source>the commitment is not signed by the provider</source>
        <translation>die Festlegung ist nicht vom Anbieter signiert</translation>
    </message>
    <message>
        <source>the commitment is of another contract</source>
        <translation>die Festlegung gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>the commitment is of another window</source>
        <translation>die Festlegung gehört zu einem anderen Fenster</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>die Verbindung brach ab</translation>
    </message>
    <message>
        <source>the connection is gone</source>
        <translation>die Verbindung ist weg</translation>
    </message>
    <message>
        <source>the connection is not the mutual TLS 1.3 that was asked for</source>
        <translation>die Verbindung ist nicht das verlangte beidseitige TLS 1.3</translation>
    </message>
    <message>
        <source>the connection was not made within %1 ms</source>
        <translation>die Verbindung kam nicht innerhalb von %1 ms zustande</translation>
    </message>
    <message>
        <source>the contract has no such window</source>
        <translation>der Vertrag hat kein solches Fenster</translation>
    </message>
    <message>
        <source>the data could not be had</source>
        <translation>die Daten waren nicht zu bekommen</translation>
    </message>
    <message>
        <source>the data set has %1 training rows and the parameters say %2</source>
        <translation>der Datensatz hat %1 Trainingszeilen, die Parameter sagen %2</translation>
    </message>
    <message>
        <source>the data set has no held-out part</source>
        <translation>der Datensatz hat keinen zurückgehaltenen Teil</translation>
    </message>
    <message>
        <source>the data set has no tensor of this name</source>
        <translation>der Datensatz hat keinen Tensor dieses Namens</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk is full: nothing was written</source>
        <translation>der Datenträger ist voll: nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>the disk reported an error: %1</source>
        <translation>der Datenträger meldete einen Fehler: %1</translation>
    </message>
    <message>
        <source>the encrypted connection failed: %1</source>
        <translation>die verschlüsselte Verbindung ist gescheitert: %1</translation>
    </message>
    <message>
        <source>the engine %1 cannot be used: %2</source>
        <translation>das Rechenwerk %1 ist nicht verwendbar: %2</translation>
    </message>
    <message>
        <source>the escrow is %1 credits, the balance %2</source>
        <translation>der Treuhandbetrag ist %1 Credits, das Guthaben %2</translation>
    </message>
    <message>
        <source>the escrow is not what the rules give</source>
        <translation>der Treuhandbetrag ist nicht der, den die Regeln ergeben</translation>
    </message>
    <message>
        <source>the escrow leaves the range of amounts</source>
        <translation>der Treuhandbetrag verlässt den Bereich der Beträge</translation>
    </message>
    <message>
        <source>the escrow of %1 credits covers fewer than %2 tickets</source>
        <translation>der Treuhandbetrag von %1 Credits deckt weniger als %2 Lose</translation>
    </message>
    <message>
        <source>the escrow of %1 credits is above the limit of %2</source>
        <translation>der Treuhandbetrag von %1 Credits liegt über der Grenze von %2</translation>
    </message>
    <message>
        <source>the face value of its tickets leaves the range of amounts</source>
        <translation>der Nennwert der Lose verlässt den Bereich der Beträge</translation>
    </message>
    <message>
        <source>the fault is not proved by what it shows</source>
        <translation>der Verstoß ist durch das Gezeigte nicht bewiesen</translation>
    </message>
    <message>
        <source>the fault is of another contract</source>
        <translation>der Verstoß gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>the fees are %1 credits, the checks that were made cost %2</source>
        <translation>die Gebühren sind %1 Credits, die erfolgten Prüfungen kosten %2</translation>
    </message>
    <message>
        <source>the fingerprint after # is not 64 hex digits</source>
        <translation>der Fingerabdruck nach # besteht nicht aus 64 Hexziffern</translation>
    </message>
    <message>
        <source>the first commitment opens a window before the first</source>
        <translation>die erste Festlegung öffnet ein Fenster vor dem ersten</translation>
    </message>
    <message>
        <source>the first frame is not a hello: %1</source>
        <translation>der erste Rahmen ist kein Hello: %1</translation>
    </message>
    <message>
        <source>the head is longer than needed</source>
        <translation>der Kopf ist länger als nötig</translation>
    </message>
    <message>
        <source>the head&apos;s form is reserved</source>
        <translation>die Form des Kopfs ist reserviert</translation>
    </message>
    <message>
        <source>the header does not begin with {</source>
        <translation>der Kopf beginnt nicht mit {</translation>
    </message>
    <message>
        <source>the header goes on behind its }</source>
        <translation>der Kopf geht hinter seiner } weiter</translation>
    </message>
    <message>
        <source>the header has neither , nor }</source>
        <translation>der Kopf hat weder , noch }</translation>
    </message>
    <message>
        <source>the header has no name</source>
        <translation>der Kopf hat keinen Namen</translation>
    </message>
    <message>
        <source>the host has a character that no host name or IP address has</source>
        <translation>der Rechnername enthält ein Zeichen, das in Hostnamen und IP-Adressen nicht vorkommt</translation>
    </message>
    <message>
        <source>the host is longer than %1 characters</source>
        <translation>der Rechnername ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>the host is missing</source>
        <translation>der Rechnername fehlt</translation>
    </message>
    <message>
        <source>the hub did not answer</source>
        <translation>der Hub hat nicht geantwortet</translation>
    </message>
    <message>
        <source>the hub does not know it</source>
        <translation>der Hub kennt es nicht</translation>
    </message>
    <message>
        <source>the hub has %1 circuits already</source>
        <translation>der Hub hat schon %1 Leitungen</translation>
    </message>
    <message>
        <source>the hub has admitted no such contract</source>
        <translation>der Hub hat keinen solchen Vertrag zugelassen</translation>
    </message>
    <message>
        <source>the hub is shutting down</source>
        <translation>der Hub wird heruntergefahren</translation>
    </message>
    <message>
        <source>the hub knows no command &quot;%1&quot;</source>
        <translation>der Hub kennt keinen Befehl &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the hub&apos;s fingerprint is missing: without it anybody could pose as the hub</source>
        <translation>der Fingerabdruck des Hubs fehlt: ohne ihn könnte sich jeder als der Hub ausgeben</translation>
    </message>
    <message>
        <source>the hub&apos;s h is not the next of the chain that the admission anchors</source>
        <translation>das h des Hubs ist nicht das nächste der Kette, die in der Zulassung verankert ist</translation>
    </message>
    <message>
        <source>the initial state is a file and not made from a seed</source>
        <translation>der Anfangszustand ist eine Datei und nicht aus einem Seed gemacht</translation>
    </message>
    <message>
        <source>the input ends inside a head</source>
        <translation>die Eingabe endet innerhalb eines Kopfs</translation>
    </message>
    <message>
        <source>the input ends inside an item</source>
        <translation>die Eingabe endet innerhalb eines Elements</translation>
    </message>
    <message>
        <source>the input ends where an item should begin</source>
        <translation>die Eingabe endet, wo ein Element beginnen sollte</translation>
    </message>
    <message>
        <source>the job ends with iteration %1</source>
        <translation>der Auftrag endet mit Iteration %1</translation>
    </message>
    <message>
        <source>the job is complete there</source>
        <translation>der Auftrag ist dort fertig</translation>
    </message>
    <message>
        <source>the label %1 is not one of %2 classes</source>
        <translation>das Label %1 gehört nicht zu %2 Klassen</translation>
    </message>
    <message>
        <source>the last layer does not give %1 classes</source>
        <translation>die letzte Schicht ergibt nicht %1 Klassen</translation>
    </message>
    <message>
        <source>the last layer has %1 outputs, and the labels need %2</source>
        <translation>die letzte Schicht hat %1 Ausgänge, die Labels brauchen %2</translation>
    </message>
    <message>
        <source>the last layer must be linear: its outputs are the classes</source>
        <translation>die letzte Schicht muss linear sein: ihre Ausgänge sind die Klassen</translation>
    </message>
    <message>
        <source>the last window must be opened</source>
        <translation>das letzte Fenster muss geöffnet werden</translation>
    </message>
    <message>
        <source>the left side has %1 columns and the right side %2 rows</source>
        <translation>die linke Seite hat %1 Spalten und die rechte Seite %2 Zeilen</translation>
    </message>
    <message>
        <source>the list is the draw</source>
        <translation>die Liste ist die Ziehung</translation>
    </message>
    <message>
        <source>the log has %1 events, of which %2 change the state</source>
        <translation>das Protokoll hat %1 Ereignisse, davon ändern %2 den Zustand</translation>
    </message>
    <message>
        <source>the name &apos;</source>
        <translation>der Name &apos;</translation>
    </message>
    <message>
        <source>the network has too many parameters from here on</source>
        <translation>das Netz hat ab hier zu viele Parameter</translation>
    </message>
    <message>
        <source>the next contract goes on from no state that this one handed over</source>
        <translation>der nächste Vertrag setzt auf keinem Zustand auf, den dieser übergeben hat</translation>
    </message>
    <message>
        <source>the noise amplitude is not 5 to 13</source>
        <translation>die Rauschamplitude liegt nicht bei 5 bis 13</translation>
    </message>
    <message>
        <source>the offer is signed by %1 and not by the renter</source>
        <translation>die Offerte ist von %1 signiert und nicht vom Mieter</translation>
    </message>
    <message>
        <source>the offer names another marketplace</source>
        <translation>die Offerte nennt einen anderen Marktplatz</translation>
    </message>
    <message>
        <source>the offer&apos;s life of 60 s is over or not yet begun</source>
        <translation>die Gültigkeit der Offerte von 60 s ist abgelaufen oder hat noch nicht begonnen</translation>
    </message>
    <message>
        <source>the offer&apos;s numbers lie outside what the protocol allows</source>
        <translation>die Zahlen der Offerte liegen außerhalb dessen, was das Protokoll erlaubt</translation>
    </message>
    <message>
        <source>the other side answers no calls</source>
        <translation>die Gegenseite beantwortet keine Aufrufe</translation>
    </message>
    <message>
        <source>the other side closed the connection</source>
        <translation>die Gegenseite hat die Verbindung geschlossen</translation>
    </message>
    <message>
        <source>the other side did not answer in time</source>
        <translation>die Gegenseite hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>the other side does not hold this blob for you</source>
        <translation>die Gegenseite hält diesen Blob nicht für Sie bereit</translation>
    </message>
    <message>
        <source>the other side dropped the call without an answer</source>
        <translation>die Gegenseite hat den Aufruf ohne Antwort fallen lassen</translation>
    </message>
    <message>
        <source>the other side ended the connection before it was made</source>
        <translation>die Gegenseite hat die Verbindung beendet, bevor sie zustande kam</translation>
    </message>
    <message>
        <source>the other side has the fingerprint %1, which is not the one expected</source>
        <translation>die Gegenseite hat den Fingerabdruck %1, das ist nicht der erwartete</translation>
    </message>
    <message>
        <source>the other side showed no Ed25519 certificate</source>
        <translation>die Gegenseite hat kein Ed25519-Zertifikat gezeigt</translation>
    </message>
    <message>
        <source>the passphrase does not open it</source>
        <translation>die Passphrase passt nicht</translation>
    </message>
    <message>
        <source>the port &quot;%1&quot; is not a number from 0 to 65535</source>
        <translation>der Port &quot;%1&quot; ist keine Zahl von 0 bis 65535</translation>
    </message>
    <message>
        <source>the port is in use by another program</source>
        <translation>der Port wird von einem anderen Programm verwendet</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>der Port fehlt</translation>
    </message>
    <message>
        <source>the process %1 runs on this directory</source>
        <translation>der Prozess %1 läuft auf diesem Verzeichnis</translation>
    </message>
    <message>
        <source>the processor has no AVX2</source>
        <translation>der Prozessor hat kein AVX2</translation>
    </message>
    <message>
        <source>the provider has not closed it</source>
        <translation>der Anbieter hat nicht abgeschlossen</translation>
    </message>
    <message>
        <source>the provider opened nothing in time</source>
        <translation>der Anbieter hat nichts rechtzeitig geöffnet</translation>
    </message>
    <message>
        <source>the provider published a second commitment and was not caught</source>
        <translation>der Anbieter hat eine zweite Festlegung veröffentlicht und wurde nicht ertappt</translation>
    </message>
    <message>
        <source>the published commitment is of a window whose predecessor is not known</source>
        <translation>die veröffentlichte Festlegung gehört zu einem Fenster, dessen Vorgänger nicht bekannt ist</translation>
    </message>
    <message>
        <source>the published commitment is of somebody or something else</source>
        <translation>die veröffentlichte Festlegung gehört zu jemand oder etwas anderem</translation>
    </message>
    <message>
        <source>the published roots do not make the commitment</source>
        <translation>die veröffentlichten Wurzeln ergeben nicht die Festlegung</translation>
    </message>
    <message>
        <source>the published window does not begin where the one before ended</source>
        <translation>das veröffentlichte Fenster beginnt nicht, wo das vorige endete</translation>
    </message>
    <message>
        <source>the receipt is for another commitment</source>
        <translation>die Quittung gilt einer anderen Festlegung</translation>
    </message>
    <message>
        <source>the receipt is missing</source>
        <translation>die Quittung fehlt</translation>
    </message>
    <message>
        <source>the receipt is not signed by the key that the offer names</source>
        <translation>die Quittung ist nicht mit dem Schlüssel signiert, den die Offerte nennt</translation>
    </message>
    <message>
        <source>the receipt is of another contract</source>
        <translation>die Quittung gehört zu einem anderen Vertrag</translation>
    </message>
    <message>
        <source>the receipt is of another window</source>
        <translation>die Quittung gehört zu einem anderen Fenster</translation>
    </message>
    <message>
        <source>the result is not the last state that was handed over</source>
        <translation>das Ergebnis ist nicht der zuletzt übergebene Zustand</translation>
    </message>
    <message>
        <source>the result&apos;s root is that of no state that was handed over</source>
        <translation>die Wurzel des Ergebnisses gehört zu keinem übergebenen Zustand</translation>
    </message>
    <message>
        <source>the row contradicts what is stored: %1</source>
        <translation>die Zeile widerspricht dem Gespeicherten: %1</translation>
    </message>
    <message>
        <source>the row has %1 fields, the first one has %2</source>
        <translation>die Zeile hat %1 Felder, die erste hat %2</translation>
    </message>
    <message>
        <source>the same blob is being fetched already</source>
        <translation>derselbe Blob wird schon geholt</translation>
    </message>
    <message>
        <source>the shape is not %1 rows of %2 numbers</source>
        <translation>die Form ist nicht %1 Zeilen mit %2 Zahlen</translation>
    </message>
    <message>
        <source>the silence is about a window that was not published</source>
        <translation>das Schweigen betrifft ein Fenster, das nicht veröffentlicht wurde</translation>
    </message>
    <message>
        <source>the smallest amount is 0.000001</source>
        <translation>der kleinste Betrag ist 0.000001</translation>
    </message>
    <message>
        <source>the state holds a NaN or an infinity</source>
        <translation>der Zustand enthält ein NaN oder eine Unendlichkeit</translation>
    </message>
    <message>
        <source>the state is larger than this host takes</source>
        <translation>der Zustand ist größer, als dieser Anbieter annimmt</translation>
    </message>
    <message>
        <source>the state is not here and cannot be computed</source>
        <translation>der Zustand ist nicht hier und kann nicht berechnet werden</translation>
    </message>
    <message>
        <source>the store cannot be written</source>
        <translation>der Speicher kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the sum is too large for binary32</source>
        <translation>die Summe ist zu groß für binary32</translation>
    </message>
    <message>
        <source>the system gives no random bytes</source>
        <translation>das System liefert keine Zufallsbytes</translation>
    </message>
    <message>
        <source>the table has more than %1 rows</source>
        <translation>die Tabelle hat mehr als %1 Zeilen</translation>
    </message>
    <message>
        <source>the table has no column but the label</source>
        <translation>die Tabelle hat außer dem Label keine Spalte</translation>
    </message>
    <message>
        <source>the two commitments do not contradict each other</source>
        <translation>die beiden Festlegungen widersprechen sich nicht</translation>
    </message>
    <message>
        <source>the two receipts do not contradict each other</source>
        <translation>die beiden Quittungen widersprechen sich nicht</translation>
    </message>
    <message>
        <source>the update made a NaN or an infinity</source>
        <translation>die Aktualisierung ergab ein NaN oder eine Unendlichkeit</translation>
    </message>
    <message>
        <source>the wins that the provider listed are not the draw, and it was not caught</source>
        <translation>die vom Anbieter gelisteten Gewinne sind nicht die Ziehung, und es blieb unentdeckt</translation>
    </message>
    <message>
        <source>there is no connection</source>
        <translation>es gibt keine Verbindung</translation>
    </message>
    <message>
        <source>there is no contract %1</source>
        <translation>es gibt keinen Vertrag %1</translation>
    </message>
    <message>
        <source>there is no draw &quot;%1&quot;</source>
        <translation>es gibt keine Ziehung &quot;%1&quot;</translation>
    </message>
    <message>
        <source>there is no engine named %1</source>
        <translation>es gibt kein Rechenwerk namens %1</translation>
    </message>
    <message>
        <source>there is no file %1</source>
        <translation>es gibt keine Datei %1</translation>
    </message>
    <message>
        <source>there is no job %1</source>
        <translation>es gibt keinen Auftrag %1</translation>
    </message>
    <message>
        <source>there is no job of this name</source>
        <translation>es gibt keinen Auftrag dieses Namens</translation>
    </message>
    <message>
        <source>there is no key file</source>
        <translation>es gibt keine Schlüsseldatei</translation>
    </message>
    <message>
        <source>there is no layer of kind %1</source>
        <translation>es gibt keine Schicht der Art %1</translation>
    </message>
    <message>
        <source>there is no optimiser %1</source>
        <translation>es gibt keinen Optimierer %1</translation>
    </message>
    <message>
        <source>there is no such blob in this directory</source>
        <translation>es gibt in diesem Verzeichnis keinen solchen Blob</translation>
    </message>
    <message>
        <source>there is no such database</source>
        <translation>es gibt keine solche Datenbank</translation>
    </message>
    <message>
        <source>there is no such directory</source>
        <translation>es gibt kein solches Verzeichnis</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>this OpenSSL has no SHA-256</source>
        <translation>dieses OpenSSL hat kein SHA-256</translation>
    </message>
    <message>
        <source>this build has no such program</source>
        <translation>dieser Build hat kein solches Programm</translation>
    </message>
    <message>
        <source>this host is not connected now</source>
        <translation>dieser Anbieter ist jetzt nicht verbunden</translation>
    </message>
    <message>
        <source>this host locks at most %1 credits in one contract</source>
        <translation>dieser Anbieter sperrt höchstens %1 Credits in einem Vertrag</translation>
    </message>
    <message>
        <source>this hub knows no draw &quot;%1&quot;</source>
        <translation>dieser Hub kennt keine Ziehung &quot;%1&quot;</translation>
    </message>
    <message>
        <source>this hub lists no more hosts</source>
        <translation>dieser Hub listet keine weiteren Anbieter</translation>
    </message>
    <message>
        <source>this key provides already from another place</source>
        <translation>dieser Schlüssel bietet schon von anderer Stelle an</translation>
    </message>
    <message>
        <source>this machine does not have that address</source>
        <translation>dieser Rechner hat jene Adresse nicht</translation>
    </message>
    <message>
        <source>this peer answers no questions</source>
        <translation>dieser Peer beantwortet keine Fragen</translation>
    </message>
    <message>
        <source>this s_0 was accepted before</source>
        <translation>dieses s_0 wurde schon einmal angenommen</translation>
    </message>
    <message>
        <source>this user may not listen on that port</source>
        <translation>dieser Benutzer darf an jenem Port nicht lauschen</translation>
    </message>
    <message>
        <source>though it was closed</source>
        <translation>obwohl abgeschlossen wurde</translation>
    </message>
    <message>
        <source>though no step failed</source>
        <translation>obwohl kein Schritt scheiterte</translation>
    </message>
    <message>
        <source>though no window was left without a receipt</source>
        <translation>obwohl kein Fenster ohne Quittung blieb</translation>
    </message>
    <message>
        <source>though not all steps were made</source>
        <translation>obwohl nicht alle Schritte gemacht wurden</translation>
    </message>
    <message>
        <source>though the host closed the contract and opened all that was asked for</source>
        <translation>obwohl der Anbieter den Vertrag abgeschlossen und alles Verlangte geöffnet hat</translation>
    </message>
    <message>
        <source>ticket %1 did not win</source>
        <translation>Los %1 hat nicht gewonnen</translation>
    </message>
    <message>
        <source>ticket %1 is claimed twice</source>
        <translation>Los %1 wird zweimal beansprucht</translation>
    </message>
    <message>
        <source>ticket %1 won and was never claimed</source>
        <translation>Los %1 hat gewonnen und wurde nie beansprucht</translation>
    </message>
    <message>
        <source>ticket %1 won, was right and was never paid</source>
        <translation>Los %1 hat gewonnen, war richtig und wurde nie bezahlt</translation>
    </message>
    <message>
        <source>title = &quot;Handwritten digits&quot;</source>
        <translation>title = &quot;Handgeschriebene Ziffern&quot;</translation>
    </message>
    <message>
        <source>training needs labels</source>
        <translation>Training braucht Labels</translation>
    </message>
    <message>
        <source>transaction %1 is stored with other content</source>
        <translation>Transaktion %1 ist mit anderem Inhalt gespeichert</translation>
    </message>
    <message>
        <source>transaction %1 of event %2 (%3) does not balance: its legs sum to %4 micro-credits</source>
        <translation>Transaktion %1 von Ereignis %2 (%3) geht nicht auf: die Summe ihrer Posten ist %4 Mikro-Credits</translation>
    </message>
    <message>
        <source>try again</source>
        <translation>noch einmal versuchen</translation>
    </message>
    <message>
        <source>try again later</source>
        <translation>später noch einmal versuchen</translation>
    </message>
    <message>
        <source>try again later, or let the host listen on a port of its own</source>
        <translation>später noch einmal versuchen oder den Anbieter an einem eigenen Port lauschen lassen</translation>
    </message>
    <message>
        <source>try again; if it stays so, check the network and that the other side runs</source>
        <translation>noch einmal versuchen; bleibt es so, das Netz prüfen und ob die Gegenseite läuft</translation>
    </message>
    <message>
        <source>try it again</source>
        <translation>erneut versuchen</translation>
    </message>
    <message>
        <source>update the older of the two programs</source>
        <translation>das ältere der beiden Programme aktualisieren</translation>
    </message>
    <message>
        <source>update the program that sent it</source>
        <translation>das Programm aktualisieren, das es gesendet hat</translation>
    </message>
    <message>
        <source>use a directory on a local disk</source>
        <translation>ein Verzeichnis auf einem lokalen Datenträger verwenden</translation>
    </message>
    <message>
        <source>use a lower price or fewer steps</source>
        <translation>einen niedrigeren Preis oder weniger Schritte verwenden</translation>
    </message>
    <message>
        <source>use a new id</source>
        <translation>eine neue ID verwenden</translation>
    </message>
    <message>
        <source>use a smaller batch or layer</source>
        <translation>einen kleineren Batch oder eine kleinere Schicht verwenden</translation>
    </message>
    <message>
        <source>use a smaller one, or 0 for all</source>
        <translation>eine kleinere Zahl verwenden oder 0 für alle</translation>
    </message>
    <message>
        <source>use a smaller price, bond or odds</source>
        <translation>kleineren Preis, kleineres Pfand oder kleinere Gewinnchance verwenden</translation>
    </message>
    <message>
        <source>use a state of the same job</source>
        <translation>einen Zustand desselben Auftrags verwenden</translation>
    </message>
    <message>
        <source>use exponents from -%1 to %1</source>
        <translation>Exponenten von -%1 bis %1 verwenden</translation>
    </message>
    <message>
        <source>use for instance 0.001</source>
        <translation>zum Beispiel 0.001 verwenden</translation>
    </message>
    <message>
        <source>use for instance 0.9</source>
        <translation>zum Beispiel 0.9 verwenden</translation>
    </message>
    <message>
        <source>use for instance 0.999</source>
        <translation>zum Beispiel 0.999 verwenden</translation>
    </message>
    <message>
        <source>use for instance 1e-8</source>
        <translation>zum Beispiel 1e-8 verwenden</translation>
    </message>
    <message>
        <source>use one of: %1</source>
        <translation>eines davon verwenden: %1</translation>
    </message>
    <message>
        <source>use sgd or adam</source>
        <translation>sgd oder adam verwenden</translation>
    </message>
    <message>
        <source>use the data set that the job was made with</source>
        <translation>den Datensatz verwenden, mit dem der Auftrag gemacht wurde</translation>
    </message>
    <message>
        <source>versions 1 and 2 are read</source>
        <translation>gelesen werden die Versionen 1 und 2</translation>
    </message>
    <message>
        <source>wait until it has arrived</source>
        <translation>warten, bis es angekommen ist</translation>
    </message>
    <message>
        <source>wait until it is done, or end it, and try again</source>
        <translation>warten, bis es fertig ist, oder es beenden und noch einmal versuchen</translation>
    </message>
    <message>
        <source>wait, or choose another host</source>
        <translation>warten oder einen anderen Anbieter wählen</translation>
    </message>
    <message>
        <source>was called right though the roots differ</source>
        <translation>wurde richtig genannt, obwohl die Wurzeln sich unterscheiden</translation>
    </message>
    <message>
        <source>was called wrong before the reference engine recomputed it</source>
        <translation>wurde falsch genannt, bevor das Referenz-Rechenwerk es neu berechnet hat</translation>
    </message>
    <message>
        <source>was called wrong though the roots agree</source>
        <translation>wurde falsch genannt, obwohl die Wurzeln übereinstimmen</translation>
    </message>
    <message>
        <source>was cancelled</source>
        <translation>wurde abgebrochen</translation>
    </message>
    <message>
        <source>was closed before it was full</source>
        <translation>wurde geschlossen, bevor es voll war</translation>
    </message>
    <message>
        <source>was made before its batch was closed</source>
        <translation>wurde gemacht, bevor der zugehörige Stapel geschlossen war</translation>
    </message>
    <message>
        <source>was made twice</source>
        <translation>wurde zweimal gemacht</translation>
    </message>
    <message>
        <source>was made without its batch&apos;s check</source>
        <translation>wurde ohne die Prüfung des zugehörigen Stapels gemacht</translation>
    </message>
    <message>
        <source>was never settled</source>
        <translation>wurde nie abgerechnet</translation>
    </message>
    <message>
        <source>was not due</source>
        <translation>war nicht fällig</translation>
    </message>
    <message>
        <source>was settled more than once</source>
        <translation>wurde mehr als einmal abgerechnet</translation>
    </message>
    <message>
        <source>was stopped</source>
        <translation>wurde angehalten</translation>
    </message>
    <message>
        <source>was used for another payment</source>
        <translation>wurde für eine andere Zahlung verwendet</translation>
    </message>
    <message>
        <source>was wrong, and the contract settled as &apos;%1&apos;</source>
        <translation>war falsch, und der Vertrag wurde als &apos;%1&apos; abgerechnet</translation>
    </message>
    <message>
        <source>what followed is neither a commitment nor a close</source>
        <translation>was folgte, ist weder eine Festlegung noch ein Abschluss</translation>
    </message>
    <message>
        <source>what followed is not the next commitment</source>
        <translation>was folgte, ist nicht die nächste Festlegung</translation>
    </message>
    <message>
        <source>which is no outcome</source>
        <translation>was kein Ausgang ist</translation>
    </message>
    <message>
        <source>widen the limits, or wait for one</source>
        <translation>die Grenzen erweitern oder auf einen warten</translation>
    </message>
    <message>
        <source>with %1 copies the data set has more than %2 bytes</source>
        <translation>mit %1 Kopien hat der Datensatz mehr als %2 Bytes</translation>
    </message>
    <message>
        <source>would bring %1 beyond the largest amount</source>
        <translation>brächte %1 über den größten Betrag</translation>
    </message>
    <message>
        <source>write 1 to leave the features alone</source>
        <translation>1 schreiben, um die Merkmale unverändert zu lassen</translation>
    </message>
    <message>
        <source>write a smaller window</source>
        <translation>ein kleineres Fenster schreiben</translation>
    </message>
    <message>
        <source>write batch = &quot;full&quot;, or a smaller number</source>
        <translation>batch = &quot;full&quot; oder eine kleinere Zahl schreiben</translation>
    </message>
    <message>
        <source>write batch = &quot;full&quot;, or batch = 64</source>
        <translation>batch = &quot;full&quot; oder batch = 64 schreiben</translation>
    </message>
    <message>
        <source>write bits = 14 (default) or bits = 8</source>
        <translation>bits = 14 (Vorgabe) oder bits = 8 schreiben</translation>
    </message>
    <message>
        <source>write credits, such as 12.5</source>
        <translation>Credits schreiben, etwa 12.5</translation>
    </message>
    <message>
        <source>write epochs = %1</source>
        <translation>epochs = %1 schreiben</translation>
    </message>
    <message>
        <source>write held_out = &quot;1/5&quot;</source>
        <translation>held_out = &quot;1/5&quot; schreiben</translation>
    </message>
    <message>
        <source>write host:port, or host:port#fingerprint for a hub; IPv6 in brackets: [::1]:7411</source>
        <translation>host:port schreiben, für einen Hub host:port#fingerprint; IPv6 in Klammern: [::1]:7411</translation>
    </message>
    <message>
        <source>write it again</source>
        <translation>neu schreiben</translation>
    </message>
    <message>
        <source>write it with numpy.save</source>
        <translation>mit numpy.save schreiben</translation>
    </message>
    <message>
        <source>write label_column = &quot;last&quot;</source>
        <translation>label_column = &quot;last&quot; schreiben</translation>
    </message>
    <message>
        <source>write last, first, none, a number from 1 to %1, or a name of the first line</source>
        <translation>last, first, none, eine Zahl von 1 bis %1 oder einen Namen der ersten Zeile schreiben</translation>
    </message>
    <message>
        <source>write more steps</source>
        <translation>mehr Schritte schreiben</translation>
    </message>
    <message>
        <source>write name = &quot;digits&quot;</source>
        <translation>name = &quot;digits&quot; schreiben</translation>
    </message>
    <message>
        <source>write numbers as 12, -0.5 or 1e-3</source>
        <translation>Zahlen wie 12, -0.5 oder 1e-3 schreiben</translation>
    </message>
    <message>
        <source>write odds = %1</source>
        <translation>odds = %1 schreiben</translation>
    </message>
    <message>
        <source>write steps = 100</source>
        <translation>steps = 100 schreiben</translation>
    </message>
    <message>
        <source>write weights = &quot;model.safetensors&quot;</source>
        <translation>weights = &quot;model.safetensors&quot; schreiben</translation>
    </message>
    <message>
        <source>write width = %1 in the last layer</source>
        <translation>width = %1 in der letzten Schicht schreiben</translation>
    </message>
    <message>
        <source>wrong number of roots</source>
        <translation>falsche Anzahl von Wurzeln</translation>
    </message>
    <message>
        <source>zlib does not start</source>
        <translation>zlib startet nicht</translation>
    </message>
    <message>
        <source>all %1 steps were made</source>
        <translation>alle %1 Schritte wurden gerechnet</translation>
    </message>
    <message>
        <source>an accusation of no known kind</source>
        <translation>ist eine Anklage von unbekannter Art</translation>
    </message>
    <message>
        <source>are of a wrong number</source>
        <translation>sind von falscher Zahl</translation>
    </message>
    <message>
        <source>do not begin at Y[0]</source>
        <translation>beginnen nicht bei Y[0]</translation>
    </message>
    <message>
        <source>do not begin where the window before ended</source>
        <translation>beginnen nicht dort, wo das vorige Fenster endete</translation>
    </message>
    <message>
        <source>end before the window does, and no step failed</source>
        <translation>enden vor dem Fenster, und kein Schritt ist misslungen</translation>
    </message>
    <message>
        <source>is 0, and something is opened</source>
        <translation>ist 0, und doch wird etwas geöffnet</translation>
    </message>
    <message>
        <source>is for a window that has no receipt</source>
        <translation>gilt einem Fenster ohne Quittung</translation>
    </message>
    <message>
        <source>is not about the last window as it was committed to</source>
        <translation>betrifft nicht das letzte Fenster, wie es zugesagt war</translation>
    </message>
    <message>
        <source>is not the last of the window</source>
        <translation>ist nicht der letzte des Fensters</translation>
    </message>
    <message>
        <source>is settled, and nothing is locked that could answer</source>
        <translation>ist abgerechnet, und nichts ist mehr gesperrt, das haften könnte</translation>
    </message>
    <message>
        <source>is signed by the one that it accuses</source>
        <translation>ist von dem unterschrieben, den es anklagt</translation>
    </message>
    <message>
        <source>it was left after %1 of %2 steps</source>
        <translation>er wurde nach %1 von %2 Schritten verlassen</translation>
    </message>
    <message>
        <source>lists more wins than there are steps</source>
        <translation>nennt mehr Gewinne, als es Schritte gibt</translation>
    </message>
    <message>
        <source>make each step longer</source>
        <translation>jeden Schritt länger machen</translation>
    </message>
    <message>
        <source>must be 1 to %1</source>
        <translation>muss 1 bis %1 sein</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>darf höchstens %1 sein</translation>
    </message>
    <message>
        <source>needs two envelopes and no seed</source>
        <translation>braucht zwei Umschläge und keinen Startwert</translation>
    </message>
    <message>
        <source>nobody did anything for 30 days</source>
        <translation>30 Tage lang hat niemand etwas getan</translation>
    </message>
    <message>
        <source>nothing is shown</source>
        <translation>nichts wird gezeigt</translation>
    </message>
    <message>
        <source>nothing shows how it ended</source>
        <translation>nichts zeigt, wie er endete</translation>
    </message>
    <message>
        <source>nothing shows what the host did</source>
        <translation>nichts zeigt, was der Anbieter getan hat</translation>
    </message>
    <message>
        <source>only the renter leaves; the provider closes</source>
        <translation>nur der Mieter verlässt; der Anbieter schließt</translation>
    </message>
    <message>
        <source>open the last window with close</source>
        <translation>das letzte Fenster mit dem Schließen öffnen</translation>
    </message>
    <message>
        <source>opens a window before the first</source>
        <translation>öffnet ein Fenster vor dem ersten</translation>
    </message>
    <message>
        <source>opens more than the window before</source>
        <translation>öffnet mehr als das vorige Fenster</translation>
    </message>
    <message>
        <source>shows another last step than the committed one</source>
        <translation>zeigt einen anderen letzten Schritt als den zugesagten</translation>
    </message>
    <message>
        <source>step %1 came to a NaN or an infinity</source>
        <translation>Schritt %1 ergab NaN oder unendlich</translation>
    </message>
    <message>
        <source>step %1 recomputed gives %2, the host committed to %3</source>
        <translation>Schritt %1 ergibt nachgerechnet %2, der Anbieter hat %3 zugesagt</translation>
    </message>
    <message>
        <source>the Leave is not signed by the renter</source>
        <translation>das Verlassen ist nicht vom Mieter unterschrieben</translation>
    </message>
    <message>
        <source>the host closed at window %1 and left window %2 out, which was receipted</source>
        <translation>der Anbieter schloss bei Fenster %1 und ließ Fenster %2 aus, das quittiert war</translation>
    </message>
    <message>
        <source>the host contradicted its own signature</source>
        <translation>der Anbieter hat seiner eigenen Unterschrift widersprochen</translation>
    </message>
    <message>
        <source>the host did not open its last window</source>
        <translation>der Anbieter hat sein letztes Fenster nicht geöffnet</translation>
    </message>
    <message>
        <source>the host did not open its secret of window %1</source>
        <translation>der Anbieter hat sein Geheimnis von Fenster %1 nicht geöffnet</translation>
    </message>
    <message>
        <source>the host did not open step %1</source>
        <translation>der Anbieter hat Schritt %1 nicht geöffnet</translation>
    </message>
    <message>
        <source>the host signed two different commitments for window %1</source>
        <translation>der Anbieter hat zwei verschiedene Zusagen für Fenster %1 unterschrieben</translation>
    </message>
    <message>
        <source>the renter gave no receipt for window %1</source>
        <translation>der Mieter hat Fenster %1 nicht quittiert</translation>
    </message>
    <message>
        <source>the renter signed two different receipts for window %1</source>
        <translation>der Mieter hat zwei verschiedene Quittungen für Fenster %1 unterschrieben</translation>
    </message>
    <message>
        <source>the wins that the host listed for window %1 are not the draw</source>
        <translation>die Gewinne, die der Anbieter für Fenster %1 genannt hat, sind nicht die gezogenen</translation>
    </message>
    <message>
        <source>what followed is not a close at this window or before it</source>
        <translation>was folgte, ist kein Schließen bei diesem Fenster oder davor</translation>
    </message>
    <message>
        <source>what this host handed over cannot be computed again here within %1 s: nothing of it is kept</source>
        <translation>was dieser Anbieter übergeben hat, lässt sich hier nicht in %1 s nachrechnen: nichts davon wird behalten</translation>
    </message>
    <message>
        <source>all stakes here stay within %1 credits</source>
        <translation>alle Einsätze zusammen bleiben hier unter %1 Credits</translation>
    </message>
    <message>
        <source>as described</source>
        <translation>wie beschrieben</translation>
    </message>
    <message>
        <source>bet less</source>
        <translation>weniger setzen</translation>
    </message>
    <message>
        <source>bet on a single claim, early in the contract, or where the bond is larger</source>
        <translation>auf einen einzelnen Anspruch wetten, früh im Vertrag, oder wo das Pfand größer ist</translation>
    </message>
    <message>
        <source>choose larger odds (a smaller n), or rent two hosts and compare their results</source>
        <translation>eine größere Gewinnchance wählen (ein kleineres n), oder zwei Anbieter mieten und ihre Ergebnisse vergleichen</translation>
    </message>
    <message>
        <source>its id was used before</source>
        <translation>ihre Kennung wurde schon einmal benutzt</translation>
    </message>
    <message>
        <source>needs shares, and a limit between 0 and 1</source>
        <translation>braucht Anteile und ein Limit zwischen 0 und 1</translation>
    </message>
    <message>
        <source>so little of the bond is certain to burn that bets on this would not be safe</source>
        <translation>vom Pfand verbrennt so wenig mit Sicherheit, dass Wetten darauf nicht sicher wären</translation>
    </message>
    <message>
        <source>takes %1 checks, and the job has about %2 claims</source>
        <translation>braucht %1 Prüfungen, und der Auftrag hat etwa %2 Ansprüche</translation>
    </message>
    <message>
        <source>the hub&apos;s operator and the assigned checker may not bet here</source>
        <translation>der Betreiber des Marktplatzes und der beauftragte Prüfer dürfen hier nicht wetten</translation>
    </message>
    <message>
        <source>this market is resolved</source>
        <translation>dieser Markt ist entschieden</translation>
    </message>
    <message>
        <source>too many bets wait</source>
        <translation>es warten zu viele Wetten</translation>
    </message>
    <message>
        <source>try again in half a minute</source>
        <translation>in einer halben Minute noch einmal versuchen</translation>
    </message>
    <message>
        <source>a batch of %1 samples has more than %2 numbers in a layer</source>
        <translation>ein Stapel von %1 Beispielen hat in einer Schicht mehr als %2 Zahlen</translation>
    </message>
    <message>
        <source>a batch of %1 samples of %2 positions has more than %3 at once</source>
        <translation>ein Stapel von %1 Beispielen mit %2 Stellen hat mehr als %3 auf einmal</translation>
    </message>
    <message>
        <source>a layer of kind %1 holds no others</source>
        <translation>eine Schicht der Art %1 enthält keine anderen</translation>
    </message>
    <message>
        <source>a number is a NaN, an infinity or too large for binary32</source>
        <translation>eine Zahl ist NaN, unendlich oder zu groß für binary32</translation>
    </message>
    <message>
        <source>a number is no token id from 0 to %1</source>
        <translation>eine Zahl ist keine Zeichennummer von 0 bis %1</translation>
    </message>
    <message>
        <source>a padding of %1 is not less than the size %2</source>
        <translation>ein Rand von %1 ist nicht kleiner als die Größe %2</translation>
    </message>
    <message>
        <source>a sample has %1 features, which are not %2 channels of %3 × %4</source>
        <translation>ein Beispiel hat %1 Merkmale, das sind nicht %2 Kanäle von %3 × %4</translation>
    </message>
    <message>
        <source>a sample has more than %1 numbers here</source>
        <translation>ein Beispiel hat hier mehr als %1 Zahlen</translation>
    </message>
    <message>
        <source>a sample has no positions here</source>
        <translation>ein Beispiel hat hier keine Stellen</translation>
    </message>
    <message>
        <source>a warm-up of %1 iterations is not shorter than the job&apos;s %2</source>
        <translation>ein Anlauf von %1 Iterationen ist nicht kürzer als die %2 des Auftrags</translation>
    </message>
    <message>
        <source>a width of %1 cannot be divided evenly among %2 heads</source>
        <translation>eine Breite von %1 lässt sich nicht gleichmäßig auf %2 Köpfe verteilen</translation>
    </message>
    <message>
        <source>a window of %1 × %1 does not fit an image of %2 × %3</source>
        <translation>ein Fenster von %1 × %1 passt nicht in ein Bild von %2 × %3</translation>
    </message>
    <message>
        <source>adding columns</source>
        <translation>Summieren der Spalten</translation>
    </message>
    <message>
        <source>adding noise</source>
        <translation>Hinzufügen des Rauschens</translation>
    </message>
    <message>
        <source>adding terms</source>
        <translation>Summieren der Terme</translation>
    </message>
    <message>
        <source>an engine was offered after one was chosen</source>
        <translation>ein Rechenwerk wurde angeboten, nachdem eines gewählt war</translation>
    </message>
    <message>
        <source>are more than %1 deep inside each other</source>
        <translation>sind mehr als %1-fach ineinander verschachtelt</translation>
    </message>
    <message>
        <source>attention gradient</source>
        <translation>Gradient der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>avgpool gradient</source>
        <translation>Gradient von avgpool</translation>
    </message>
    <message>
        <source>batchnorm gradient</source>
        <translation>Gradient von batchnorm</translation>
    </message>
    <message>
        <source>begin anew</source>
        <translation>von vorn beginnen</translation>
    </message>
    <message>
        <source>change the number of heads, or learn the positions in the embedding</source>
        <translation>die Zahl der Köpfe ändern oder die Stellen in der Einbettung lernen</translation>
    </message>
    <message>
        <source>channels in and out, %1 and %2, cannot be divided evenly among %3 groups</source>
        <translation>die Kanäle hinein und hinaus, %1 und %2, lassen sich nicht gleichmäßig auf %3 Gruppen verteilen</translation>
    </message>
    <message>
        <source>clearing memory</source>
        <translation>Leeren des Speichers</translation>
    </message>
    <message>
        <source>copying from the card</source>
        <translation>Kopieren von der Karte</translation>
    </message>
    <message>
        <source>copying to the card</source>
        <translation>Kopieren auf die Karte</translation>
    </message>
    <message>
        <source>correct channels, width and height</source>
        <translation>Kanäle, Breite und Höhe berichtigen</translation>
    </message>
    <message>
        <source>cuBLASLt has no product of signed bytes for this card</source>
        <translation>cuBLASLt hat für diese Karte kein Produkt vorzeichenbehafteter Bytes</translation>
    </message>
    <message>
        <source>embedding gradient</source>
        <translation>Gradient der Einbettung</translation>
    </message>
    <message>
        <source>end with a layer of the input&apos;s width</source>
        <translation>mit einer Schicht von der Breite der Eingabe enden</translation>
    </message>
    <message>
        <source>finding maxima</source>
        <translation>Suchen der größten Werte</translation>
    </message>
    <message>
        <source>finding scales</source>
        <translation>Suchen der Maßstäbe</translation>
    </message>
    <message>
        <source>give a label for each position of the network&apos;s output</source>
        <translation>für jede Stelle der Ausgabe des Netzes eine Klasse angeben</translation>
    </message>
    <message>
        <source>give it some</source>
        <translation>ihr welche geben</translation>
    </message>
    <message>
        <source>give less data</source>
        <translation>weniger Daten angeben</translation>
    </message>
    <message>
        <source>give more text, or a smaller window</source>
        <translation>mehr Text oder ein kleineres Fenster angeben</translation>
    </message>
    <message>
        <source>give token ids, unscaled, or more tokens</source>
        <translation>Zeichennummern ohne Maßstab angeben, oder mehr Zeichen</translation>
    </message>
    <message>
        <source>giving memory back</source>
        <translation>Freigeben des Speichers</translation>
    </message>
    <message>
        <source>has %1 roots, allowed are %2 to %3</source>
        <translation>hat %1 Wurzeln, erlaubt sind %2 bis %3</translation>
    </message>
    <message>
        <source>has more than %1 labels</source>
        <translation>hat mehr als %1 Klassen</translation>
    </message>
    <message>
        <source>has no layers inside</source>
        <translation>hat keine Schichten darin</translation>
    </message>
    <message>
        <source>has no sums that could be checked</source>
        <translation>hat keine Summen, die sich prüfen ließen</translation>
    </message>
    <message>
        <source>have the machine checked: what it computes differs from what it should</source>
        <translation>die Maschine prüfen lassen: Was sie rechnet, ist nicht, was sie sollte</translation>
    </message>
    <message>
        <source>install cuBLAS of the CUDA toolkit</source>
        <translation>cuBLAS aus dem CUDA-Toolkit installieren</translation>
    </message>
    <message>
        <source>install libopenblas0 to compare with it</source>
        <translation>libopenblas0 installieren, um damit zu vergleichen</translation>
    </message>
    <message>
        <source>is 0: leave it all out</source>
        <translation>ist 0: ganz weglassen</translation>
    </message>
    <message>
        <source>is 0: leave it out</source>
        <translation>ist 0: weglassen</translation>
    </message>
    <message>
        <source>is for a rate that falls</source>
        <translation>ist für eine Rate, die sinkt</translation>
    </message>
    <message>
        <source>is for tables and images only</source>
        <translation>ist nur für Tabellen und Bilder</translation>
    </message>
    <message>
        <source>is for text only</source>
        <translation>ist nur für Text</translation>
    </message>
    <message>
        <source>is not 1, and a constant rate does not fall</source>
        <translation>ist nicht 1, und eine gleichbleibende Rate sinkt nicht</translation>
    </message>
    <message>
        <source>is not from 0 to 1</source>
        <translation>liegt nicht zwischen 0 und 1</translation>
    </message>
    <message>
        <source>is not mse, and is left out else</source>
        <translation>ist nicht mse und bleibt sonst weg</translation>
    </message>
    <message>
        <source>is not the one that was given</source>
        <translation>ist nicht der, der gegeben wurde</translation>
    </message>
    <message>
        <source>is signed by another than the host that was asked</source>
        <translation>ist von jemand anderem unterschrieben als dem gefragten Anbieter</translation>
    </message>
    <message>
        <source>joining sums</source>
        <translation>Zusammensetzen der Summen</translation>
    </message>
    <message>
        <source>keep both at %1 at most</source>
        <translation>beide bei höchstens %1 halten</translation>
    </message>
    <message>
        <source>layernorm gradient</source>
        <translation>Gradient von layernorm</translation>
    </message>
    <message>
        <source>layers are more than %1 deep inside each other</source>
        <translation>Schichten sind mehr als %1-fach ineinander verschachtelt</translation>
    </message>
    <message>
        <source>leave it out, or begin with an embedding</source>
        <translation>weglassen oder mit einer Einbettung beginnen</translation>
    </message>
    <message>
        <source>leave them out</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>list what was measured, or let the machine be measured again</source>
        <translation>anbieten, was gemessen wurde, oder die Maschine neu messen lassen</translation>
    </message>
    <message>
        <source>make it the first layer, over text</source>
        <translation>zur ersten Schicht machen, über Text</translation>
    </message>
    <message>
        <source>maxpool gradient</source>
        <translation>Gradient von maxpool</translation>
    </message>
    <message>
        <source>needs heads of an even width and at most %1 positions</source>
        <translation>braucht Köpfe von gerader Breite und höchstens %1 Stellen</translation>
    </message>
    <message>
        <source>no NVIDIA driver is installed</source>
        <translation>es ist kein NVIDIA-Treiber installiert</translation>
    </message>
    <message>
        <source>of text, and its stride, must not be 0</source>
        <translation>von Text und seine Schrittweite dürfen nicht 0 sein</translation>
    </message>
    <message>
        <source>one number has no variance</source>
        <translation>eine einzige Zahl hat keine Streuung</translation>
    </message>
    <message>
        <source>put an embedding before it</source>
        <translation>eine Einbettung davorsetzen</translation>
    </message>
    <message>
        <source>remove it, or write schedule = &quot;cosine&quot;</source>
        <translation>entfernen oder schedule = &quot;cosine&quot; schreiben</translation>
    </message>
    <message>
        <source>rmsnorm gradient</source>
        <translation>Gradient von rmsnorm</translation>
    </message>
    <message>
        <source>takes a list of token ids</source>
        <translation>nimmt eine Liste von Zeichennummern</translation>
    </message>
    <message>
        <source>takes images of channels, height and width</source>
        <translation>nimmt Bilder aus Kanälen, Höhe und Breite</translation>
    </message>
    <message>
        <source>takes images or rows of numbers, not positions</source>
        <translation>nimmt Bilder oder Zeilen von Zahlen, keine Stellen</translation>
    </message>
    <message>
        <source>takes positions of numbers</source>
        <translation>nimmt Stellen von Zahlen</translation>
    </message>
    <message>
        <source>takes what the reference refuses (</source>
        <translation>nimmt, was das Vorbild ablehnt (</translation>
    </message>
    <message>
        <source>taking memory</source>
        <translation>Belegen von Speicher</translation>
    </message>
    <message>
        <source>tell the data&apos;s channels, width and height, and put it before layers that flatten</source>
        <translation>Kanäle, Breite und Höhe der Daten angeben und es vor Schichten setzen, die flach machen</translation>
    </message>
    <message>
        <source>text has classes and no targets</source>
        <translation>Text hat Klassen und keine Zielwerte</translation>
    </message>
    <message>
        <source>the NVIDIA driver sees no card</source>
        <translation>der NVIDIA-Treiber sieht keine Karte</translation>
    </message>
    <message>
        <source>the host is gone</source>
        <translation>der Anbieter ist fort</translation>
    </message>
    <message>
        <source>the hub has not found the steps right</source>
        <translation>der Hub hat die Schritte nicht richtig gefunden</translation>
    </message>
    <message>
        <source>the hub watches this machine work</source>
        <translation>der Hub sieht dieser Maschine bei der Arbeit zu</translation>
    </message>
    <message>
        <source>the processor has neither AVX-512 VNNI nor AVX-VNNI</source>
        <translation>der Prozessor hat weder AVX-512 VNNI noch AVX-VNNI</translation>
    </message>
    <message>
        <source>the scores of %1 heads over %2 positions are more than %3</source>
        <translation>die Gewichte von %1 Köpfen über %2 Stellen sind mehr als %3</translation>
    </message>
    <message>
        <source>the shape is not %1 rows of %2 labels</source>
        <translation>die Form ist nicht %1 Zeilen mit %2 Klassen</translation>
    </message>
    <message>
        <source>the step comes to no number</source>
        <translation>der Schritt ergibt keine Zahl</translation>
    </message>
    <message>
        <source>the text, %1 bytes to train on and %2 held out, does not fill a window of %3 bytes and one more in both</source>
        <translation>der Text, %1 Bytes zum Lernen und %2 zurückbehalten, füllt nicht in beiden ein Fenster von %3 Bytes und einem mehr</translation>
    </message>
    <message>
        <source>the value %1 is what it is by itself</source>
        <translation>der Wert %1 gilt schon von selbst</translation>
    </message>
    <message>
        <source>the windows of a sample have more than %1 numbers</source>
        <translation>die Fenster eines Beispiels haben mehr als %1 Zahlen</translation>
    </message>
    <message>
        <source>there are more than %1 layers</source>
        <translation>es sind mehr als %1 Schichten</translation>
    </message>
    <message>
        <source>there are too many positions, or numbers in each: %1 and %2</source>
        <translation>es sind zu viele Stellen oder Zahlen in jeder: %1 und %2</translation>
    </message>
    <message>
        <source>there is no schedule %1</source>
        <translation>es gibt keinen Verlauf %1</translation>
    </message>
    <message>
        <source>this build has no CUDA</source>
        <translation>dieses Programm ist ohne CUDA gebaut</translation>
    </message>
    <message>
        <source>this host has just been measured</source>
        <translation>dieser Anbieter ist gerade erst gemessen worden</translation>
    </message>
    <message>
        <source>two engines have one name</source>
        <translation>zwei Rechenwerke haben denselben Namen</translation>
    </message>
    <message>
        <source>use 1, or linear or cosine</source>
        <translation>1 nehmen, oder linear oder cosine</translation>
    </message>
    <message>
        <source>use a larger batch</source>
        <translation>einen größeren Stapel nehmen</translation>
    </message>
    <message>
        <source>use a larger stride</source>
        <translation>eine größere Schrittweite nehmen</translation>
    </message>
    <message>
        <source>use a number of groups that divides both</source>
        <translation>eine Zahl von Gruppen nehmen, die beide teilt</translation>
    </message>
    <message>
        <source>use a number of heads that divides the width</source>
        <translation>eine Zahl von Köpfen nehmen, die die Breite teilt</translation>
    </message>
    <message>
        <source>use a shorter or narrower network</source>
        <translation>ein kürzeres oder schmaleres Netz nehmen</translation>
    </message>
    <message>
        <source>use a smaller batch</source>
        <translation>einen kleineren Stapel nehmen</translation>
    </message>
    <message>
        <source>use a smaller image or kernel</source>
        <translation>ein kleineres Bild oder einen kleineren Kern nehmen</translation>
    </message>
    <message>
        <source>use a smaller one</source>
        <translation>etwas Kleineres nehmen</translation>
    </message>
    <message>
        <source>use a smaller padding</source>
        <translation>einen kleineren Rand nehmen</translation>
    </message>
    <message>
        <source>use a smaller size, or more padding</source>
        <translation>eine kleinere Größe oder mehr Rand nehmen</translation>
    </message>
    <message>
        <source>use constant, linear or cosine</source>
        <translation>constant, linear oder cosine nehmen</translation>
    </message>
    <message>
        <source>use for instance 0.1, or leave it out</source>
        <translation>zum Beispiel 0.1 nehmen oder weglassen</translation>
    </message>
    <message>
        <source>use for instance 1, or leave it out</source>
        <translation>zum Beispiel 1 nehmen oder weglassen</translation>
    </message>
    <message>
        <source>use layernorm or rmsnorm</source>
        <translation>layernorm oder rmsnorm nehmen</translation>
    </message>
    <message>
        <source>use shorter samples or fewer heads</source>
        <translation>kürzere Beispiele oder weniger Köpfe nehmen</translation>
    </message>
    <message>
        <source>what comes out of its layers has another shape than what goes in</source>
        <translation>was aus seinen Schichten kommt, hat eine andere Form als was hineingeht</translation>
    </message>
    <message>
        <source>with %1 windows the data set has more than %2 bytes</source>
        <translation>mit %1 Fenstern hat der Datensatz mehr als %2 Bytes</translation>
    </message>
    <message>
        <source>write fewer, or repeat fewer times</source>
        <translation>weniger schreiben oder seltener wiederholen</translation>
    </message>
    <message>
        <source>write loss = &quot;softmax_cross_entropy&quot;</source>
        <translation>loss = &quot;softmax_cross_entropy&quot; schreiben</translation>
    </message>
    <message>
        <source>write them flatter</source>
        <translation>sie flacher schreiben</translation>
    </message>
    <message>
        <source>write window = 64</source>
        <translation>window = 64 schreiben</translation>
    </message>
    <message>
        <source>the state came too late</source>
        <translation>der Zustand kam zu spät</translation>
    </message>
    <message>
        <source>choose another host</source>
        <translation>wählen Sie einen anderen Anbieter</translation>
    </message>
    <message>
        <source>must be %1 numbers from 1 to 5</source>
        <translation>müssen %1 Zahlen von 1 bis 5 sein</translation>
    </message>
    <message>
        <source>nothing was paid in it: it cannot be reviewed</source>
        <translation>es wurde nichts darin bezahlt: er kann nicht bewertet werden</translation>
    </message>
    <message>
        <source>only the two parties of a contract review each other</source>
        <translation>nur die beiden Seiten eines Vertrags bewerten einander</translation>
    </message>
    <message>
        <source>only who was reviewed replies</source>
        <translation>nur wer bewertet wurde, antwortet</translation>
    </message>
    <message>
        <source>reply to what the other one wrote</source>
        <translation>antworten Sie auf das, was die andere Seite schrieb</translation>
    </message>
    <message>
        <source>review it when it has ended</source>
        <translation>bewerten Sie ihn, wenn er beendet ist</translation>
    </message>
    <message>
        <source>the reviews of this contract may be read by now: nobody answers stars with stars</source>
        <translation>die Bewertungen dieses Vertrags sind schon lesbar: Niemand beantwortet Sterne mit Sternen</translation>
    </message>
    <message>
        <source>there is no review of you that may be read</source>
        <translation>es gibt keine lesbare Bewertung über Sie</translation>
    </message>
    <message>
        <source>this host does not let to you</source>
        <translation>dieser Anbieter vermietet nicht an Sie</translation>
    </message>
    <message>
        <source>this host lets to renters of a better standing only</source>
        <translation>dieser Anbieter vermietet nur an Mieter mit besserem Ruf</translation>
    </message>
    <message>
        <source>unblock it, or choose another host</source>
        <translation>heben Sie die Sperre auf oder wählen Sie einen anderen Anbieter</translation>
    </message>
    <message>
        <source>wait until both have written, or 14 days have passed</source>
        <translation>warten Sie, bis beide geschrieben haben oder 14 Tage vergangen sind</translation>
    </message>
    <message>
        <source>a row has %1 features, which are not %2 channels of %3 × %4</source>
        <translation>eine Zeile hat %1 Merkmale, das sind nicht %2 Kanäle von %3 × %4</translation>
    </message>
    <message>
        <source>a step leaves more than this host takes</source>
        <translation>ein Schritt hinterlässt mehr, als dieser Anbieter annimmt</translation>
    </message>
    <message>
        <source>an output is a NaN or an infinity</source>
        <translation>eine Ausgabe ist ein NaN oder unendlich</translation>
    </message>
    <message>
        <source>are fewer than two classes</source>
        <translation>sind weniger als zwei Klassen</translation>
    </message>
    <message>
        <source>are more than %1</source>
        <translation>sind mehr als %1</translation>
    </message>
    <message>
        <source>are more work than can be counted</source>
        <translation>sind mehr Arbeit, als gezählt werden kann</translation>
    </message>
    <message>
        <source>ask for tiles of the job only</source>
        <translation>nur Kacheln des Auftrags verlangen</translation>
    </message>
    <message>
        <source>begins at another Y[0] than the first contract</source>
        <translation>beginnt bei einem anderen Y[0] als der erste Vertrag</translation>
    </message>
    <message>
        <source>change %1, or steps and iterations_per_step in [contract]</source>
        <translation>%1 oder steps und iterations_per_step in [contract] ändern</translation>
    </message>
    <message>
        <source>check the folder and its permissions</source>
        <translation>den Ordner und seine Rechte prüfen</translation>
    </message>
    <message>
        <source>does not show the tiles that were handed over</source>
        <translation>zeigt nicht die Kacheln, die übergeben wurden</translation>
    </message>
    <message>
        <source>end in one answer for each position</source>
        <translation>enden mit einer Antwort für jede Stelle</translation>
    </message>
    <message>
        <source>end in one answer for each row</source>
        <translation>mit einer Antwort für jede Zeile enden lassen</translation>
    </message>
    <message>
        <source>freeze fewer layers</source>
        <translation>weniger Schichten einfrieren</translation>
    </message>
    <message>
        <source>give an array [rows, features]</source>
        <translation>ein Feld [Zeilen, Merkmale] angeben</translation>
    </message>
    <message>
        <source>give as many of each, or write kind = &quot;grid&quot;</source>
        <translation>von jedem gleich viele angeben oder kind = &quot;grid&quot; schreiben</translation>
    </message>
    <message>
        <source>give fewer rows</source>
        <translation>weniger Zeilen angeben</translation>
    </message>
    <message>
        <source>give fewer values</source>
        <translation>weniger Werte angeben</translation>
    </message>
    <message>
        <source>give pictures of one size</source>
        <translation>Bilder einer Größe angeben</translation>
    </message>
    <message>
        <source>goes on from a state, and this job has tiles</source>
        <translation>setzt bei einem Zustand fort, und dieser Auftrag hat Kacheln</translation>
    </message>
    <message>
        <source>has %1 bytes for %2 × %3 pixels</source>
        <translation>hat %1 Byte für %2 × %3 Pixel</translation>
    </message>
    <message>
        <source>has %1 features a row, the file before it has %2</source>
        <translation>hat %1 Merkmale je Zeile, die Datei davor hat %2</translation>
    </message>
    <message>
        <source>has %1 values, and %2 has %3</source>
        <translation>hat %1 Werte, und %2 hat %3</translation>
    </message>
    <message>
        <source>has %1 × %2 pixels, at most %3 a side are read</source>
        <translation>hat %1 × %2 Pixel, gelesen werden höchstens %3 je Seite</translation>
    </message>
    <message>
        <source>has %1 × %2 pixels, the picture before it %3 × %4</source>
        <translation>hat %1 × %2 Pixel, das Bild davor %3 × %4</translation>
    </message>
    <message>
        <source>has a light that is not from 0 to %1</source>
        <translation>hat ein Licht, das nicht zwischen 0 und %1 liegt</translation>
    </message>
    <message>
        <source>has no *.png</source>
        <translation>enthält keine *.png</translation>
    </message>
    <message>
        <source>has no rows</source>
        <translation>hat keine Zeilen</translation>
    </message>
    <message>
        <source>has not three numbers</source>
        <translation>hat nicht drei Zahlen</translation>
    </message>
    <message>
        <source>is a state, and no seed</source>
        <translation>ist ein Zustand und kein Startwert</translation>
    </message>
    <message>
        <source>is a word that is not known</source>
        <translation>ist ein unbekanntes Wort</translation>
    </message>
    <message>
        <source>is for glass only</source>
        <translation>gilt nur für Glas</translation>
    </message>
    <message>
        <source>is for mirrors only</source>
        <translation>gilt nur für Spiegel</translation>
    </message>
    <message>
        <source>is missing, and so is every other list of values</source>
        <translation>fehlt, und jede andere Liste von Werten auch</translation>
    </message>
    <message>
        <source>is neither 0 nor 1</source>
        <translation>ist weder 0 noch 1</translation>
    </message>
    <message>
        <source>is neither 0 nor from 0.001 up</source>
        <translation>ist weder 0 noch mindestens 0,001</translation>
    </message>
    <message>
        <source>is no PNG that can be read: %1</source>
        <translation>ist kein lesbares PNG: %1</translation>
    </message>
    <message>
        <source>is no array of %1 numbers</source>
        <translation>ist kein Feld von %1 Zahlen</translation>
    </message>
    <message>
        <source>is no array of %1 to %2 numbers</source>
        <translation>ist kein Feld von %1 bis %2 Zahlen</translation>
    </message>
    <message>
        <source>is no array of 1 to %1 whole numbers</source>
        <translation>ist kein Feld von 1 bis %1 ganzen Zahlen</translation>
    </message>
    <message>
        <source>is no direction</source>
        <translation>ist keine Richtung</translation>
    </message>
    <message>
        <source>is no map with a root of 32 bytes</source>
        <translation>ist keine Zuordnung mit einer Wurzel von 32 Byte</translation>
    </message>
    <message>
        <source>is not 1 to %1 rows</source>
        <translation>ist nicht 1 bis %1 Zeilen</translation>
    </message>
    <message>
        <source>is not 1 to 64</source>
        <translation>ist nicht 1 bis 64</translation>
    </message>
    <message>
        <source>is not 1 to 65536</source>
        <translation>ist nicht 1 bis 65536</translation>
    </message>
    <message>
        <source>is not above 0</source>
        <translation>ist nicht größer als 0</translation>
    </message>
    <message>
        <source>is not above low in each coordinate</source>
        <translation>liegt nicht in jeder Koordinate über low</translation>
    </message>
    <message>
        <source>is not another place than the camera&apos;s</source>
        <translation>ist kein anderer Ort als der der Kamera</translation>
    </message>
    <message>
        <source>is not from 0 to %1 in each of its three parts</source>
        <translation>liegt nicht in jedem seiner drei Teile zwischen 0 und %1</translation>
    </message>
    <message>
        <source>is not from 0 to 1000</source>
        <translation>liegt nicht zwischen 0 und 1000</translation>
    </message>
    <message>
        <source>is not from 0.0001 to %1</source>
        <translation>liegt nicht zwischen 0,0001 und %1</translation>
    </message>
    <message>
        <source>is not from 0.001 to 1000</source>
        <translation>liegt nicht zwischen 0,001 und 1000</translation>
    </message>
    <message>
        <source>is not from 1 to 170 degrees</source>
        <translation>liegt nicht zwischen 1 und 170 Grad</translation>
    </message>
    <message>
        <source>is not from 1 to 4</source>
        <translation>liegt nicht zwischen 1 und 4</translation>
    </message>
    <message>
        <source>is not the bits of three binary32</source>
        <translation>sind nicht die Bits von drei binary32</translation>
    </message>
    <message>
        <source>is not the input that the parameters describe</source>
        <translation>ist nicht die Eingabe, die die Parameter beschreiben</translation>
    </message>
    <message>
        <source>is of another data set than that of the first run</source>
        <translation>gehört zu einem anderen Datensatz als der erste Lauf</translation>
    </message>
    <message>
        <source>is of sgd alone</source>
        <translation>gilt nur für sgd</translation>
    </message>
    <message>
        <source>is that of the pictures</source>
        <translation>ist die der Bilder</translation>
    </message>
    <message>
        <source>is too large</source>
        <translation>ist zu groß</translation>
    </message>
    <message>
        <source>leaves no tiles</source>
        <translation>hinterlässt keine Kacheln</translation>
    </message>
    <message>
        <source>lies straight above or below the camera</source>
        <translation>liegt senkrecht über oder unter der Kamera</translation>
    </message>
    <message>
        <source>lies too far away</source>
        <translation>liegt zu weit entfernt</translation>
    </message>
    <message>
        <source>load the weights whose root the parameters name</source>
        <translation>die Gewichte laden, deren Wurzel die Parameter nennen</translation>
    </message>
    <message>
        <source>make the picture smaller</source>
        <translation>das Bild verkleinern</translation>
    </message>
    <message>
        <source>makes a number infinite</source>
        <translation>macht eine Zahl unendlich</translation>
    </message>
    <message>
        <source>move it a little aside</source>
        <translation>etwas zur Seite rücken</translation>
    </message>
    <message>
        <source>name a folder of pictures</source>
        <translation>einen Ordner mit Bildern nennen</translation>
    </message>
    <message>
        <source>name files with rows</source>
        <translation>Dateien mit Zeilen nennen</translation>
    </message>
    <message>
        <source>no weights were loaded</source>
        <translation>es wurden keine Gewichte geladen</translation>
    </message>
    <message>
        <source>number %1 is no whole number from %2 to %3</source>
        <translation>Zahl %1 ist keine ganze Zahl von %2 bis %3</translation>
    </message>
    <message>
        <source>number %1 is not from %2 to %3</source>
        <translation>Zahl %1 liegt nicht zwischen %2 und %3</translation>
    </message>
    <message>
        <source>of a picture are 1 or 3</source>
        <translation>eines Bildes sind 1 oder 3</translation>
    </message>
    <message>
        <source>parallel work has no state to be tested</source>
        <translation>parallele Arbeit hat keinen Zustand, der geprüft werden könnte</translation>
    </message>
    <message>
        <source>predict values instead</source>
        <translation>stattdessen Werte vorhersagen</translation>
    </message>
    <message>
        <source>put fewer tiles into a step</source>
        <translation>weniger Kacheln in einen Schritt legen</translation>
    </message>
    <message>
        <source>save the picture as PNG again</source>
        <translation>das Bild noch einmal als PNG speichern</translation>
    </message>
    <message>
        <source>see the headers of gpu/include</source>
        <translation>siehe die Header in gpu/include</translation>
    </message>
    <message>
        <source>the job has %1 tiles</source>
        <translation>der Auftrag hat %1 Kacheln</translation>
    </message>
    <message>
        <source>the weights are a file and not made from a seed</source>
        <translation>die Gewichte sind eine Datei und entstehen nicht aus einem Startwert</translation>
    </message>
    <message>
        <source>the weights hold a NaN or an infinity</source>
        <translation>die Gewichte enthalten ein NaN oder Unendlich</translation>
    </message>
    <message>
        <source>train for fewer epochs</source>
        <translation>über weniger Epochen trainieren</translation>
    </message>
    <message>
        <source>update unchained, or use one that it knows: train/v1, infer/v1, sweep/v1, render/v1</source>
        <translation>unchained aktualisieren oder ein Programm verwenden, das es kennt: train/v1, infer/v1, sweep/v1, render/v1</translation>
    </message>
    <message>
        <source>use 1.5 for glass</source>
        <translation>1.5 für Glas verwenden</translation>
    </message>
    <message>
        <source>use `resume` for a job that was stopped, or rent it anew</source>
        <translation>`resume` für einen angehaltenen Auftrag verwenden oder neu mieten</translation>
    </message>
    <message>
        <source>use fewer iterations</source>
        <translation>weniger Iterationen verwenden</translation>
    </message>
    <message>
        <source>use for instance [0, 1, 0]</source>
        <translation>zum Beispiel [0, 1, 0] verwenden</translation>
    </message>
    <message>
        <source>use the input of the same job</source>
        <translation>die Eingabe desselben Auftrags verwenden</translation>
    </message>
    <message>
        <source>use the weights of the same job</source>
        <translation>die Gewichte desselben Auftrags verwenden</translation>
    </message>
    <message>
        <source>with it the rows have more than %1 bytes</source>
        <translation>damit haben die Zeilen mehr als %1 Byte</translation>
    </message>
    <message>
        <source>with it there are more than %1 trainings</source>
        <translation>damit sind es mehr als %1 Trainings</translation>
    </message>
    <message>
        <source>write channels = 3</source>
        <translation>channels = 3 schreiben</translation>
    </message>
    <message>
        <source>write learning_rate = [0.001, 0.01]</source>
        <translation>learning_rate = [0.001, 0.01] schreiben</translation>
    </message>
    <message>
        <source>write type = &quot;sgd&quot; in [optimizer], or remove it</source>
        <translation>type = &quot;sgd&quot; in [optimizer] schreiben oder entfernen</translation>
    </message>
    <message>
        <source>take back what was overclocked, look after cooling and memory, or use another engine</source>
        <translation>Übertaktung zurücknehmen, nach Kühlung und Speicher sehen oder ein anderes Rechenwerk nehmen</translation>
    </message>
    <message>
        <source>the engine %1 on %2 made a wrong product: %3×%4 times %4×%5, %6 bit</source>
        <translation>das Rechenwerk %1 auf %2 hat ein falsches Produkt gemacht: %3×%4 mal %4×%5, %6 Bit</translation>
    </message>
    <message>
        <source>choose at least %1 ms, or the draw &quot;coinflip&quot;</source>
        <translation>mindestens %1 ms wählen, oder die Ziehung &quot;coinflip&quot;</translation>
    </message>
    <message>
        <source>comes before the beacon&apos;s anchor</source>
        <translation>kommt vor dem Anker des Leuchtfeuers</translation>
    </message>
    <message>
        <source>contradicts the one before</source>
        <translation>widerspricht dem vorigen</translation>
    </message>
    <message>
        <source>does not begin a chain</source>
        <translation>beginnt keine Kette</translation>
    </message>
    <message>
        <source>has rounds of a beacon, and is drawn without one</source>
        <translation>hat Runden eines Leuchtfeuers und wird ohne eines gezogen</translation>
    </message>
    <message>
        <source>is not the hub&apos;s</source>
        <translation>ist nicht vom Hub</translation>
    </message>
    <message>
        <source>is not the hub&apos;s word on this</source>
        <translation>ist nicht das Wort des Hubs hierzu</translation>
    </message>
    <message>
        <source>is of a contract that the two parties draw by themselves</source>
        <translation>gehört zu einem Vertrag, den die beiden Parteien selbst ziehen</translation>
    </message>
    <message>
        <source>its numbers lie outside what the protocol allows</source>
        <translation>die Zahlen liegen außerhalb dessen, was das Protokoll erlaubt</translation>
    </message>
    <message>
        <source>make windows of at least %1 steps</source>
        <translation>Fenster von mindestens %1 Schritten bilden</translation>
    </message>
    <message>
        <source>opens a window whose round is not known yet</source>
        <translation>öffnet ein Fenster, dessen Runde noch nicht bekannt ist</translation>
    </message>
    <message>
        <source>round %1 is not the first at least 6 s after the commitment</source>
        <translation>Runde %1 ist nicht die erste mindestens 6 s nach der Festlegung</translation>
    </message>
    <message>
        <source>round %1 is of another chain</source>
        <translation>Runde %1 gehört zu einer anderen Kette</translation>
    </message>
    <message>
        <source>silence: the round is not of the beacon&apos;s chain</source>
        <translation>Schweigen: die Runde gehört nicht zur Kette des Leuchtfeuers</translation>
    </message>
    <message>
        <source>the round is not of the beacon&apos;s chain</source>
        <translation>die Runde gehört nicht zur Kette des Leuchtfeuers</translation>
    </message>
    <message>
        <source>the round of window %1 is not public yet</source>
        <translation>die Runde von Fenster %1 ist noch nicht öffentlich</translation>
    </message>
    <message>
        <source>this hub has no beacon yet</source>
        <translation>dieser Hub hat noch kein Leuchtfeuer</translation>
    </message>
    <message>
        <source>window %1 comes out of turn</source>
        <translation>Fenster %1 kommt außer der Reihe</translation>
    </message>
    <message>
        <source>window %1 waits for the round of the one before</source>
        <translation>Fenster %1 wartet auf die Runde des vorigen</translation>
    </message>
    <message>
        <source>window %1 was committed before the round of the one before</source>
        <translation>Fenster %1 wurde vor der Runde des vorigen festgelegt</translation>
    </message>
    <message>
        <source>a case narrowed the run to step %1, and the host&apos;s root of it is not the hub&apos;s</source>
        <translation>ein Fall hat den Lauf auf Schritt %1 eingegrenzt, und die Wurzel des Anbieters davon ist nicht die des Hubs</translation>
    </message>
    <message>
        <source>a result is its host&apos;s</source>
        <translation>ein Ergebnis ist das seines Anbieters</translation>
    </message>
    <message>
        <source>a window&apos;s price is what a renter answers with</source>
        <translation>ein Mieter haftet mit dem Preis eines Fensters</translation>
    </message>
    <message>
        <source>agree on less, or wait until locked credits are free</source>
        <translation>einigen Sie sich auf weniger, oder warten Sie, bis gebundene Credits frei sind</translation>
    </message>
    <message>
        <source>answer the round that the case shows</source>
        <translation>beantworten Sie die Runde, die der Fall zeigt</translation>
    </message>
    <message>
        <source>are no range of the %1 of the contract</source>
        <translation>sind kein Bereich der %1 des Vertrags</translation>
    </message>
    <message>
        <source>cannot be negative</source>
        <translation>darf nicht negativ sein</translation>
    </message>
    <message>
        <source>cannot be opened: it is damaged, or meant for somebody else</source>
        <translation>lässt sich nicht öffnen: sie ist beschädigt oder für jemand anderen</translation>
    </message>
    <message>
        <source>case deposit</source>
        <translation>Einsatz für einen Fall</translation>
    </message>
    <message>
        <source>case deposit lost</source>
        <translation>Einsatz für einen Fall verloren</translation>
    </message>
    <message>
        <source>case deposit returned</source>
        <translation>Einsatz für einen Fall zurück</translation>
    </message>
    <message>
        <source>does not stand before the settlement</source>
        <translation>steht nicht vor der Abrechnung</translation>
    </message>
    <message>
        <source>ended early, and nothing says who stopped answering first</source>
        <translation>endete früh, und nichts sagt, wer zuerst nicht mehr geantwortet hat</translation>
    </message>
    <message>
        <source>gives another reason than the record</source>
        <translation>nennt einen anderen Grund als die Aufzeichnung</translation>
    </message>
    <message>
        <source>go on with that one</source>
        <translation>machen Sie mit jenem weiter</translation>
    </message>
    <message>
        <source>has ended: nothing is left to settle</source>
        <translation>ist zu Ende: es gibt nichts mehr beizulegen</translation>
    </message>
    <message>
        <source>is missing: who disputes a result has another one</source>
        <translation>fehlt: wer ein Ergebnis bestreitet, hat eine andere</translation>
    </message>
    <message>
        <source>is none of yours on this hub</source>
        <translation>ist keiner der Ihren auf diesem Hub</translation>
    </message>
    <message>
        <source>is not an envelope whose signature is good</source>
        <translation>ist kein Umschlag mit gültiger Unterschrift</translation>
    </message>
    <message>
        <source>is not signed by the arbiter that the offer names</source>
        <translation>ist nicht vom Schiedsrichter unterschrieben, den das Angebot nennt</translation>
    </message>
    <message>
        <source>is not what the proof shows</source>
        <translation>ist nicht, was der Beweis zeigt</translation>
    </message>
    <message>
        <source>is of another step than the round asks for</source>
        <translation>ist von einem anderen Schritt als dem, nach dem die Runde fragt</translation>
    </message>
    <message>
        <source>is signed by neither side</source>
        <translation>ist von keiner der beiden Seiten unterschrieben</translation>
    </message>
    <message>
        <source>is signed by nobody of the case</source>
        <translation>ist von niemandem unterschrieben, der zum Fall gehört</translation>
    </message>
    <message>
        <source>is the one that the host has committed to</source>
        <translation>ist die, auf die sich der Anbieter festgelegt hat</translation>
    </message>
    <message>
        <source>is the one that the other side has committed to</source>
        <translation>ist die, auf die sich die andere Seite festgelegt hat</translation>
    </message>
    <message>
        <source>is whoever opens the case</source>
        <translation>ist, wer den Fall eröffnet</translation>
    </message>
    <message>
        <source>make a new proposal</source>
        <translation>machen Sie einen neuen Vorschlag</translation>
    </message>
    <message>
        <source>moves %1 credits, and %2 are free</source>
        <translation>bewegt %1 Credits, und %2 sind frei</translation>
    </message>
    <message>
        <source>must be 0 to the %1 credits that were asked</source>
        <translation>muss zwischen 0 und den geforderten %1 Credits liegen</translation>
    </message>
    <message>
        <source>must be 1 to %1 bytes</source>
        <translation>muss 1 bis %1 Byte lang sein</translation>
    </message>
    <message>
        <source>must be more than 0 and at most %1 credits</source>
        <translation>muss über 0 und höchstens %1 Credits sein</translation>
    </message>
    <message>
        <source>must lie ahead, by at most a day</source>
        <translation>muss in der Zukunft liegen, höchstens einen Tag</translation>
    </message>
    <message>
        <source>name the state that both agree on, and a later one</source>
        <translation>nennen Sie den Zustand, in dem beide übereinstimmen, und einen späteren</translation>
    </message>
    <message>
        <source>names a party where arithmetic failed</source>
        <translation>nennt eine Partei, wo die Arithmetik versagt hat</translation>
    </message>
    <message>
        <source>names another party than the record</source>
        <translation>nennt eine andere Partei als die Aufzeichnung</translation>
    </message>
    <message>
        <source>names no party</source>
        <translation>nennt keine Partei</translation>
    </message>
    <message>
        <source>nothing is locked in it any more that could answer</source>
        <translation>darin ist nichts mehr gebunden, das haften könnte</translation>
    </message>
    <message>
        <source>only renter and host complain of each other</source>
        <translation>nur Mieter und Anbieter beschweren sich übereinander</translation>
    </message>
    <message>
        <source>only renter and host of a contract write to each other</source>
        <translation>nur Mieter und Anbieter eines Vertrags schreiben einander</translation>
    </message>
    <message>
        <source>only who opened the case answers for its own roots</source>
        <translation>nur wer den Fall eröffnet hat, steht für seine Wurzeln ein</translation>
    </message>
    <message>
        <source>put in more credits: the deposit comes back to whoever is right</source>
        <translation>zahlen Sie mehr Credits ein: wer recht hat, bekommt den Einsatz zurück</translation>
    </message>
    <message>
        <source>put in what matters of it</source>
        <translation>reichen Sie ein, was davon zählt</translation>
    </message>
    <message>
        <source>put it in as a file instead</source>
        <translation>reichen Sie es stattdessen als Datei ein</translation>
    </message>
    <message>
        <source>put several things into one</source>
        <translation>fassen Sie mehreres zusammen</translation>
    </message>
    <message>
        <source>says otherwise than the record whether it is proven</source>
        <translation>sagt anders als die Aufzeichnung, ob es bewiesen ist</translation>
    </message>
    <message>
        <source>says who stopped answering first, and nothing was interrupted</source>
        <translation>sagt, wer zuerst nicht mehr geantwortet hat, und nichts war unterbrochen</translation>
    </message>
    <message>
        <source>take its id from the list of cases</source>
        <translation>nehmen Sie die Kennung aus der Liste der Fälle</translation>
    </message>
    <message>
        <source>take the id from the hub&apos;s listings</source>
        <translation>nehmen Sie die Kennung aus den Angeboten des Hubs</translation>
    </message>
    <message>
        <source>the bond is what answers</source>
        <translation>es haftet das Pfand</translation>
    </message>
    <message>
        <source>the deposit is %1 credits, the balance %2</source>
        <translation>der Einsatz ist %1 Credits, das Guthaben %2</translation>
    </message>
    <message>
        <source>the first is not before the last</source>
        <translation>der erste liegt nicht vor dem letzten</translation>
    </message>
    <message>
        <source>the hub knows no such case</source>
        <translation>der Hub kennt keinen solchen Fall</translation>
    </message>
    <message>
        <source>the narrowing has come to its end</source>
        <translation>die Eingrenzung ist zu Ende</translation>
    </message>
    <message>
        <source>the two may still settle it by themselves</source>
        <translation>die beiden können ihn noch selbst beilegen</translation>
    </message>
    <message>
        <source>there is none of this hash in a case of yours</source>
        <translation>unter diesem Hash liegt nichts in einem Fall von Ihnen</translation>
    </message>
    <message>
        <source>there is nothing to dispute</source>
        <translation>es gibt nichts zu bestreiten</translation>
    </message>
    <message>
        <source>this contract holds %1 messages, and no more fit</source>
        <translation>zu diesem Vertrag gibt es %1 Nachrichten, mehr passen nicht</translation>
    </message>
    <message>
        <source>this hub knows no &quot;%1&quot;</source>
        <translation>dieser Hub kennt kein &quot;%1&quot;</translation>
    </message>
    <message>
        <source>this key cannot be written to</source>
        <translation>diesem Schlüssel kann man nicht schreiben</translation>
    </message>
    <message>
        <source>this round was answered otherwise before</source>
        <translation>diese Runde wurde schon anders beantwortet</translation>
    </message>
    <message>
        <source>use signed, statement or file</source>
        <translation>verwenden Sie signed, statement oder file</translation>
    </message>
    <message>
        <source>wait until that time is over</source>
        <translation>warten Sie, bis diese Zeit vorüber ist</translation>
    </message>
    <message>
        <source>was called wrong, and no other root of the reference engine is shown</source>
        <translation>wurde falsch genannt, und keine andere Wurzel des Referenzrechenwerks ist gezeigt</translation>
    </message>
    <message>
        <source>write a shorter one, or several</source>
        <translation>schreiben Sie eine kürzere oder mehrere</translation>
    </message>
    <message>
        <source>you have opened one on this contract already</source>
        <translation>Sie haben zu diesem Vertrag schon einen eröffnet</translation>
    </message>
    <message>
        <source>you have put in %1 items already</source>
        <translation>Sie haben schon %1 Stücke eingereicht</translation>
    </message>
    <message>
        <source>allow more</source>
        <translation>mehr erlauben</translation>
    </message>
    <message>
        <source>at most %1 credits may still be bet on this contract, over all of its markets</source>
        <translation>auf diesen Vertrag dürfen noch höchstens %1 Credits gewettet werden, über alle seine Märkte</translation>
    </message>
    <message>
        <source>bet less, or wait until locked credits are free</source>
        <translation>weniger wetten, oder warten, bis gebundene Credits frei sind</translation>
    </message>
    <message>
        <source>bet on one of those, or on the contract</source>
        <translation>auf einen davon wetten, oder auf den Vertrag</translation>
    </message>
    <message>
        <source>bet on right instead</source>
        <translation>stattdessen auf richtig wetten</translation>
    </message>
    <message>
        <source>bet paid out</source>
        <translation>Wette ausgezahlt</translation>
    </message>
    <message>
        <source>bet returned</source>
        <translation>Wette zurückgegeben</translation>
    </message>
    <message>
        <source>bets are for contracts that are drawn by beacon</source>
        <translation>gewettet wird auf Verträge, die nach einem Beacon gezogen werden</translation>
    </message>
    <message>
        <source>bets wait that were made under the odds that stand</source>
        <translation>es warten Wetten, die zu den bestehenden Quoten gemacht wurden</translation>
    </message>
    <message>
        <source>choose one that is claimed and not paid</source>
        <translation>einen wählen, der beansprucht und nicht bezahlt ist</translation>
    </message>
    <message>
        <source>choose one that is under way</source>
        <translation>einen wählen, der läuft</translation>
    </message>
    <message>
        <source>choose one whose check is not known</source>
        <translation>einen wählen, dessen Prüfung noch nicht bekannt ist</translation>
    </message>
    <message>
        <source>ended as &apos;%1&apos;, and nothing shows it</source>
        <translation>endete als „%1“, und nichts belegt es</translation>
    </message>
    <message>
        <source>forced check</source>
        <translation>erzwungene Prüfung</translation>
    </message>
    <message>
        <source>forced check: another claim was due</source>
        <translation>erzwungene Prüfung: ein anderer Anspruch war fällig</translation>
    </message>
    <message>
        <source>forced check: h is not of the chain</source>
        <translation>erzwungene Prüfung: h gehört nicht zur Kette</translation>
    </message>
    <message>
        <source>forced check: not the hub&apos;s words</source>
        <translation>erzwungene Prüfung: nicht die Worte des Marktplatzes</translation>
    </message>
    <message>
        <source>has no amounts that could be</source>
        <translation>hat keine möglichen Beträge</translation>
    </message>
    <message>
        <source>is drawn by its two parties alone: no bets on it</source>
        <translation>wird von seinen beiden Parteien allein gezogen: keine Wetten darauf</translation>
    </message>
    <message>
        <source>is of another claim than its market</source>
        <translation>betrifft einen anderen Anspruch als sein Markt</translation>
    </message>
    <message>
        <source>its claims are not those that could be checked</source>
        <translation>seine Ansprüche sind nicht die, die geprüft werden konnten</translation>
    </message>
    <message>
        <source>market closed</source>
        <translation>Markt geschlossen</translation>
    </message>
    <message>
        <source>market opened</source>
        <translation>Markt eröffnet</translation>
    </message>
    <message>
        <source>must be 1 to %1 against 1</source>
        <translation>muss 1 bis %1 gegen 1 sein</translation>
    </message>
    <message>
        <source>nobody has opened a market on this</source>
        <translation>darauf hat niemand einen Markt eröffnet</translation>
    </message>
    <message>
        <source>odds offered</source>
        <translation>Quoten angeboten</translation>
    </message>
    <message>
        <source>odds withdrawn</source>
        <translation>Quoten zurückgezogen</translation>
    </message>
    <message>
        <source>offer less</source>
        <translation>weniger anbieten</translation>
    </message>
    <message>
        <source>only the host offers odds on its own contract</source>
        <translation>nur der Anbieter bietet Quoten auf seinen eigenen Vertrag</translation>
    </message>
    <message>
        <source>open one first</source>
        <translation>zuerst einen eröffnen</translation>
    </message>
    <message>
        <source>put in more credits</source>
        <translation>mehr Credits einlegen</translation>
    </message>
    <message>
        <source>share of a slash</source>
        <translation>Anteil an einem verfallenen Pfand</translation>
    </message>
    <message>
        <source>step %1 is no claim that is pending</source>
        <translation>Schritt %1 ist kein offener Anspruch</translation>
    </message>
    <message>
        <source>step %1 was checked already</source>
        <translation>Schritt %1 wurde schon geprüft</translation>
    </message>
    <message>
        <source>the bets took more of the bond than the rules allow</source>
        <translation>die Wetten nahmen mehr vom Pfand, als die Regeln erlauben</translation>
    </message>
    <message>
        <source>the hub&apos;s operator and an assigned checker may not make a market here</source>
        <translation>der Betreiber des Marktplatzes und ein bestellter Prüfer dürfen hier keinen Markt machen</translation>
    </message>
    <message>
        <source>this bet takes %1 credits, the balance is %2</source>
        <translation>diese Wette braucht %1 Credits, das Guthaben ist %2</translation>
    </message>
    <message>
        <source>this market takes %1 credits of its maker, and %2 were allowed</source>
        <translation>dieser Markt braucht %1 Credits von dem, der ihn eröffnet, und %2 waren erlaubt</translation>
    </message>
    <message>
        <source>this market takes %1 credits of its maker, the balance is %2</source>
        <translation>dieser Markt braucht %1 Credits von dem, der ihn eröffnet, das Guthaben ist %2</translation>
    </message>
    <message>
        <source>too many claims of this contract have one already</source>
        <translation>zu viele Ansprüche dieses Vertrags haben schon einen</translation>
    </message>
    <message>
        <source>top up less, or go on in a new contract from the next boundary</source>
        <translation>weniger nachlegen, oder ab der nächsten Grenze in einem neuen Vertrag weitermachen</translation>
    </message>
    <message>
        <source>try again after the clearing, in half a minute</source>
        <translation>nach der Verrechnung in einer halben Minute noch einmal versuchen</translation>
    </message>
    <message>
        <source>was used for another bet</source>
        <translation>wurde für eine andere Wette benutzt</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>measured nothing</source>
        <translation>hat nichts gemessen</translation>
    </message>
    <message>
        <source>copying on the card</source>
        <translation>Kopieren auf der Karte</translation>
    </message>
    <message>
        <source>a checker enlists itself, and the hub&apos;s operator not at all</source>
        <translation>ein Prüfer trägt sich selbst ein, und der Betreiber des Marktplatzes gar nicht</translation>
    </message>
    <message>
        <source>a task was not answered in time: off the list, less what the hub&apos;s work cost</source>
        <translation>eine Aufgabe wurde nicht rechtzeitig beantwortet: von der Liste gestrichen, abzüglich dessen, was die Arbeit des Hubs kostete</translation>
    </message>
    <message>
        <source>ended otherwise than its answers show</source>
        <translation>endete anders, als die Antworten zeigen</translation>
    </message>
    <message>
        <source>is a party of the contract</source>
        <translation>ist eine Partei des Vertrags</translation>
    </message>
    <message>
        <source>is not the one that was drawn</source>
        <translation>ist nicht, wer gezogen wurde</translation>
    </message>
    <message>
        <source>is older than the end of this enlistment</source>
        <translation>ist älter als das Ende dieser Eintragung</translation>
    </message>
    <message>
        <source>it would take longer than there is time</source>
        <translation>es würde länger dauern, als Zeit ist</translation>
    </message>
    <message>
        <source>look after the machine before it checks again: its arithmetic must be exact</source>
        <translation>sehen Sie nach der Maschine, bevor sie wieder prüft: ihre Arithmetik muss genau sein</translation>
    </message>
    <message>
        <source>must be more than 0, and the fee not negative</source>
        <translation>muss mehr als 0 sein, und die Gebühr nicht negativ</translation>
    </message>
    <message>
        <source>off the list</source>
        <translation>von der Liste</translation>
    </message>
    <message>
        <source>only the provider says it</source>
        <translation>nur der Anbieter sagt sie</translation>
    </message>
    <message>
        <source>sign a new one</source>
        <translation>eine neue unterschreiben</translation>
    </message>
    <message>
        <source>somebody else is asked for it</source>
        <translation>jemand anders ist danach gefragt</translation>
    </message>
    <message>
        <source>stake less, or put in more credits</source>
        <translation>weniger einsetzen oder mehr Credits einzahlen</translation>
    </message>
    <message>
        <source>stake lost</source>
        <translation>Einsatz als Prüfer verloren</translation>
    </message>
    <message>
        <source>stake returned</source>
        <translation>Einsatz als Prüfer zurück</translation>
    </message>
    <message>
        <source>stands without the result of the check</source>
        <translation>steht ohne das Ergebnis der Prüfung</translation>
    </message>
    <message>
        <source>start it again where it stays in touch with the hub</source>
        <translation>dort wieder starten, wo die Verbindung zum Hub hält</translation>
    </message>
    <message>
        <source>the answers are not what two who were asked have signed</source>
        <translation>die Antworten sind nicht, was zwei Gefragte unterschrieben haben</translation>
    </message>
    <message>
        <source>the hub computed a step itself, and found the answer wrong: the stake is lost</source>
        <translation>der Hub hat einen Schritt selbst berechnet und fand die Antwort falsch: der Einsatz ist verloren</translation>
    </message>
    <message>
        <source>the two answers do not agree</source>
        <translation>die beiden Antworten stimmen nicht überein</translation>
    </message>
    <message>
        <source>wait until they are over, or leave as much</source>
        <translation>warten, bis sie vorbei sind, oder so viel stehen lassen</translation>
    </message>
    <message>
        <source>was drawn by no h that the hub had shown</source>
        <translation>wurde durch kein h gezogen, das der Hub gezeigt hatte</translation>
    </message>
    <message>
        <source>was given with other roots before</source>
        <translation>wurde zuvor mit anderen Wurzeln gegeben</translation>
    </message>
    <message>
        <source>was made by somebody hired, and no two answers show it</source>
        <translation>wurde von einem beauftragten Prüfer gemacht, und keine zwei Antworten zeigen es</translation>
    </message>
    <message>
        <source>was said to be another one before</source>
        <translation>wurde zuvor anders angegeben</translation>
    </message>
    <message>
        <source>an engine of build %1 computes wrong results</source>
        <translation>ein Rechenwerk der Version %1 rechnet falsch</translation>
    </message>
    <message>
        <source>an engine of the host computes a disputed step wrong, which is nobody&apos;s lie</source>
        <translation>ein Rechenwerk des Anbieters rechnet einen bestrittenen Schritt falsch, was niemandes Lüge ist</translation>
    </message>
    <message>
        <source>and nothing shows which engine was at fault</source>
        <translation>und nichts zeigt, welches Rechenwerk schuld war</translation>
    </message>
    <message>
        <source>are more than one tile, and tiles make no chain that could be narrowed</source>
        <translation>sind mehr als eine Kachel, und Kacheln bilden keine Kette, die sich eingrenzen ließe</translation>
    </message>
    <message>
        <source>engine fault</source>
        <translation>Fehler eines Rechenwerks</translation>
    </message>
    <message>
        <source>install a newer version of Unchained</source>
        <translation>installieren Sie eine neuere Version von Unchained</translation>
    </message>
    <message>
        <source>lists no engines</source>
        <translation>nennt keine Rechenwerke</translation>
    </message>
    <message>
        <source>lists what is no engine&apos;s root</source>
        <translation>nennt, was keine Wurzel eines Rechenwerks ist</translation>
    </message>
    <message>
        <source>name the one tile that is false</source>
        <translation>nennen Sie die eine falsche Kachel</translation>
    </message>
    <message>
        <source>the host&apos;s engine %1 computes step %2 wrong, which is nobody&apos;s lie</source>
        <translation>das Rechenwerk %1 des Anbieters rechnet Schritt %2 falsch, was niemandes Lüge ist</translation>
    </message>
    <message>
        <source>the worker died</source>
        <translation>der Rechenprozess ist gestorben</translation>
    </message>
    <message>
        <source>a run that fails is checked by the hub in any case</source>
        <translation>einen Lauf, der scheitert, prüft der Hub in jedem Fall</translation>
    </message>
    <message>
        <source>came to a NaN or an infinity here</source>
        <translation>ergab hier ein NaN oder unendlich</translation>
    </message>
    <message>
        <source>choose one of the host that works now</source>
        <translation>einen Schritt des jetzigen Anbieters wählen</translation>
    </message>
    <message>
        <source>choose one of the job&apos;s</source>
        <translation>einen Vertrag des Auftrags wählen</translation>
    </message>
    <message>
        <source>computing again</source>
        <translation>wird nachgerechnet</translation>
    </message>
    <message>
        <source>has no receipt</source>
        <translation>ist nicht quittiert</translation>
    </message>
    <message>
        <source>holds no such contract with a receipted window</source>
        <translation>enthält keinen solchen Vertrag mit einem quittierten Fenster</translation>
    </message>
    <message>
        <source>is in no record here</source>
        <translation>steht hier in keiner Aufzeichnung</translation>
    </message>
    <message>
        <source>is not listed now</source>
        <translation>ist zurzeit nicht gelistet</translation>
    </message>
    <message>
        <source>leave it out: the step that differs is known</source>
        <translation>weglassen: der abweichende Schritt ist bekannt</translation>
    </message>
    <message>
        <source>leave out one of the two</source>
        <translation>eines von beiden weglassen</translation>
    </message>
    <message>
        <source>look at the case again</source>
        <translation>den Fall noch einmal ansehen</translation>
    </message>
    <message>
        <source>look at the contract: its bond has answered</source>
        <translation>den Vertrag ansehen: sein Pfand hat gehaftet</translation>
    </message>
    <message>
        <source>make room, or let this user write there</source>
        <translation>Platz schaffen, oder diesem Benutzer dort das Schreiben erlauben</translation>
    </message>
    <message>
        <source>name a directory that rent --out wrote, with all of its blobs</source>
        <translation>ein Verzeichnis angeben, das rent --out geschrieben hat, mit allen seinen Dateien</translation>
    </message>
    <message>
        <source>name a result that rent --out wrote, and a contract of it</source>
        <translation>ein Ergebnis angeben, das rent --out geschrieben hat, und einen Vertrag davon</translation>
    </message>
    <message>
        <source>name one of a receipted window</source>
        <translation>einen aus einem quittierten Fenster angeben</translation>
    </message>
    <message>
        <source>names one step, and --whole all</source>
        <translation>nennt einen Schritt, und --whole alle</translation>
    </message>
    <message>
        <source>the host was convicted by its own signatures at once</source>
        <translation>der Anbieter war sofort durch seine eigenen Unterschriften überführt</translation>
    </message>
    <message>
        <source>the last states are the same</source>
        <translation>die letzten Zustände sind gleich</translation>
    </message>
    <message>
        <source>the other side proposes nothing any more</source>
        <translation>die andere Seite schlägt nichts mehr vor</translation>
    </message>
    <message>
        <source>was done by an earlier host</source>
        <translation>wurde von einem früheren Anbieter gerechnet</translation>
    </message>
    <message>
        <source>are more than the one that a program reads</source>
        <translation>sind mehr als die eine, die ein Programm liest</translation>
    </message>
    <message>
        <source>name a side of the contract itself</source>
        <translation>nennen eine Seite des Vertrags selbst</translation>
    </message>
    <message>
        <source>name fewer</source>
        <translation>weniger angeben</translation>
    </message>
    <message>
        <source>name somebody whom renter and host trust, or nobody</source>
        <translation>jemanden angeben, dem Mieter und Anbieter vertrauen, oder niemanden</translation>
    </message>
    <message>
        <source>name the marketplace&apos;s, or one whom the host has chosen, too</source>
        <translation>den des Marktplatzes angeben, oder einen, den auch der Anbieter gewählt hat</translation>
    </message>
    <message>
        <source>nothing came of it in time</source>
        <translation>es kam nichts rechtzeitig</translation>
    </message>
    <message>
        <source>stood still for %1 s: every deadline moves by as much</source>
        <translation>stand %1 s still: jede Frist verschiebt sich um so viel</translation>
    </message>
    <message>
        <source>this host does not trust %1 to rule over its bond</source>
        <translation>dieser Anbieter lässt %1 nicht über sein Pfand entscheiden</translation>
    </message>
    <message>
        <source>nothing has to be done: it is made again</source>
        <translation>nichts zu tun: Es wird wiederholt</translation>
    </message>
    <message>
        <source>the hub was interrupted while it watched</source>
        <translation>der Hub wurde unterbrochen, während er zusah</translation>
    </message>
</context>
<context>
    <name>unchained::ui::AdviceWords</name>
    <message>
        <source>Worth it, says the market&apos;s price: check a step.</source>
        <translation>Es lohnt sich, sagt der Preis am Markt: einen Schritt prüfen.</translation>
    </message>
    <message>
        <source>Worth it: check a step. It costs less than it may save.</source>
        <translation>Es lohnt sich: einen Schritt prüfen. Es kostet weniger, als es retten kann.</translation>
    </message>
    <message>
        <source>Not worth it: nothing is paid yet.</source>
        <translation>Lohnt sich nicht: noch ist nichts bezahlt.</translation>
    </message>
    <message>
        <source>Not worth it. Winners are checked.</source>
        <translation>Lohnt sich nicht. Gewinne werden geprüft.</translation>
    </message>
    <message>
        <source>No check yet: nothing is known of this run.</source>
        <translation>Noch keine Prüfung: über diesen Lauf ist nichts bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) so far: %1 faked would have been caught with %2, %3 with %4.</source>
        <translation>
            <numerusform>%n Prüfung bisher: %1 Fälschung wäre mit %2 aufgefallen, %3 mit %4.</numerusform>
            <numerusform>%n Prüfungen bisher: %1 Fälschung wäre mit %2 aufgefallen, %3 mit %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sabotage of one step that is worth more than %1 credits to somebody would pay: the chance of a check times what the host would lose, less what a step costs.</source>
        <translation>Sabotage eines Schritts, die jemandem mehr als %1 Credits wert ist, würde sich lohnen: die Chance einer Prüfung mal dem, was der Anbieter verlöre, weniger der Kosten eines Schritts.</translation>
    </message>
    <message>
        <source>It reckons with all bets that the rules allow on this contract, from which a friend of the host could win; while nobody bets it is %1 credits.</source>
        <translation>Gerechnet ist mit allen Wetten, die die Regeln auf diesen Vertrag zulassen und an denen ein Freund des Anbieters gewinnen könnte; solange niemand wettet, sind es %1 Credits.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>Vorsicht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetChartCard</name>
    <message>
        <source>What the market says</source>
        <translation>Was der Markt sagt</translation>
    </message>
    <message>
        <source>right, says the market</source>
        <translation>richtig, sagt der Markt</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>%1 credits on wrong</source>
        <translation>%1 Credits auf falsch</translation>
    </message>
    <message>
        <source>the claim is final</source>
        <translation>der Anspruch ist endgültig</translation>
    </message>
    <message>
        <source>Nobody has opened a market on this.</source>
        <translation>Darauf hat noch niemand einen Markt eröffnet.</translation>
    </message>
    <message>
        <source>The line begins with the first clearing.</source>
        <translation>Die Linie beginnt mit der ersten Verrechnung.</translation>
    </message>
    <message>
        <source>%1 points since %2</source>
        <translation>%1 Punkte seit %2</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetDepthCard</name>
    <message numerus="yes">
        <source>%n ticket(s) on right cost %1</source>
        <translation>
            <numerusform>%n Los auf richtig kostet %1</numerusform>
            <numerusform>%n Lose auf richtig kosten %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) on wrong cost %1</source>
        <translation>
            <numerusform>%n Los auf falsch kostet %1</numerusform>
            <numerusform>%n Lose auf falsch kosten %1</numerusform>
        </translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Cost of the next tickets</source>
        <translation>Preis der nächsten Lose</translation>
    </message>
    <message>
        <source>The host bets up to %1 credits, %2 to your 1, that it is right</source>
        <translation>Der Anbieter wettet bis zu %1 Credits, %2 gegen Ihre 1, dass es richtig ist</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetHistoryCard</name>
    <message>
        <source>Clearings</source>
        <translation>Abrechnungen</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>neueste zuerst</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>None yet.</source>
        <translation>Noch keine.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: the chart has them all</source>
        <translation>
            <numerusform>und %n weitere: das Diagramm hat alle</numerusform>
            <numerusform>und %n weitere: das Diagramm hat alle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetList</name>
    <message>
        <source>What is bet on</source>
        <translation>Worauf gewettet wird</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetPositionCard</name>
    <message>
        <source>Tickets</source>
        <translation>Lose</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Worth now</source>
        <translation>Jetzt wert</translation>
    </message>
    <message>
        <source>Waits for the clearing</source>
        <translation>Wartet auf die Verrechnung</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Your position</source>
        <translation>Ihre Position</translation>
    </message>
    <message>
        <source>%1 on right</source>
        <translation>%1 auf richtig</translation>
    </message>
    <message>
        <source>%1 on wrong</source>
        <translation>%1 auf falsch</translation>
    </message>
    <message>
        <source>You have no stake in this.</source>
        <translation>Sie haben hier keinen Einsatz.</translation>
    </message>
    <message>
        <source>%1 credits are held for the check. If it finds the step wrong, you also get a share of the bond.</source>
        <translation>%1 Credits sind für die Prüfung zurückgelegt. Findet sie den Schritt falsch, bekommen Sie auch einen Teil des Pfands.</translation>
    </message>
    <message>
        <source>You have opened this market: its money comes back when it ends.</source>
        <translation>Sie haben diesen Markt eröffnet: Sein Geld kommt zurück, wenn er endet.</translation>
    </message>
    <message>
        <source>If it is right</source>
        <translation>Wenn richtig</translation>
    </message>
    <message>
        <source>If it is wrong</source>
        <translation>Wenn falsch</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkaufen</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen lassen</translation>
    </message>
    <message>
        <source>Prepares the stake on wrong that makes the marketplace run the step again</source>
        <translation>Bereitet den Einsatz auf falsch vor, der den Marktplatz den Schritt nachrechnen lässt</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>With the most that the check may cost; without a check all stakes come back</source>
        <translation>Mit dem Höchsten, was die Prüfung kosten kann; ohne Prüfung kommen alle Einsätze zurück</translation>
    </message>
    <message>
        <source>Without a share of the bond, which stakes on wrong get besides; without a check all stakes come back</source>
        <translation>Ohne den Anteil am Pfand, den Einsätze auf falsch noch bekommen; ohne Prüfung kommen alle Einsätze zurück</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetStakeCard</name>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Lose</translation>
    </message>
    <message>
        <source>A ticket pays</source>
        <translation>Ein Los zahlt</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price after</source>
        <translation>Kurs danach</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>Your own chance that it is right</source>
        <translation>Ihre Schätzung, dass es richtig ist</translation>
    </message>
    <message>
        <source>Expected gain</source>
        <translation>Erwarteter Gewinn</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>This market has ended without a check: all stakes went back.</source>
        <translation>Dieser Markt endete ohne Prüfung: alle Einsätze gingen zurück.</translation>
    </message>
    <message>
        <source>This market has ended: a check has decided it.</source>
        <translation>Dieser Markt ist zu Ende: eine Prüfung hat entschieden.</translation>
    </message>
    <message>
        <source>Right, %1</source>
        <translation>Richtig, %1</translation>
    </message>
    <message>
        <source>Wrong, %1</source>
        <translation>Falsch, %1</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message numerus="yes">
        <source>%n s</source>
        <translation>
            <numerusform>%n s</numerusform>
            <numerusform>%n s</numerusform>
        </translation>
    </message>
    <message>
        <source>If right, you get</source>
        <translation>Wenn richtig, bekommen Sie</translation>
    </message>
    <message>
        <source>If wrong, you get</source>
        <translation>Wenn falsch, bekommen Sie</translation>
    </message>
    <message>
        <source>If wrong, you lose</source>
        <translation>Wenn falsch, verlieren Sie</translation>
    </message>
    <message>
        <source>If right, you lose</source>
        <translation>Wenn richtig, verlieren Sie</translation>
    </message>
    <message>
        <source>Limit %1 each, clears in</source>
        <translation>Höchstens %1 je Los, Verrechnung in</translation>
    </message>
    <message>
        <source>at least %1 credits</source>
        <translation>mindestens %1 Credits</translation>
    </message>
    <message>
        <source>The market sells no ticket on right above the price at which it opened: there is nothing to buy until somebody bets on wrong.</source>
        <translation>Über dem Eröffnungskurs verkauft der Markt kein Los auf richtig: zu kaufen gibt es erst etwas, wenn jemand auf falsch wettet.</translation>
    </message>
    <message>
        <source>At most %1 credits may still be staked on this contract.</source>
        <translation>Auf diesen Vertrag dürfen noch höchstens %1 Credits gesetzt werden.</translation>
    </message>
    <message>
        <source>That is more than your balance.</source>
        <translation>Das ist mehr als Ihr Guthaben.</translation>
    </message>
    <message>
        <source>A bet cannot be taken back before it is cleared.</source>
        <translation>Eine Wette lässt sich vor der Verrechnung nicht zurücknehmen.</translation>
    </message>
    <message>
        <source>Stake %1 on right</source>
        <translation>%1 auf richtig setzen</translation>
    </message>
    <message>
        <source>Stake %1 on wrong</source>
        <translation>%1 auf falsch setzen</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>With what you have, if right</source>
        <translation>Mit dem Bestand, wenn richtig</translation>
    </message>
    <message>
        <source>With what you have, if wrong</source>
        <translation>Mit dem Bestand, wenn falsch</translation>
    </message>
    <message>
        <source>To sell is to buy as many on right: whichever comes true, one of the two pays, when the market ends.</source>
        <translation>Verkaufen heißt, ebenso viele auf richtig zu kaufen: Was auch eintritt, eines von beiden zahlt, wenn der Markt endet.</translation>
    </message>
    <message>
        <source>To sell is to buy as many on wrong: whichever comes true, one of the two pays, when the market ends.</source>
        <translation>Verkaufen heißt, ebenso viele auf falsch zu kaufen: Was auch eintritt, eines von beiden zahlt, wenn der Markt endet.</translation>
    </message>
    <message>
        <source>No more of them are sold now.</source>
        <translation>Mehr davon werden jetzt nicht verkauft.</translation>
    </message>
    <message>
        <source>So much on wrong starts the machine check; if the step is right, you bear its cost.</source>
        <translation>So viel auf falsch löst die Prüfung durch die Maschine aus; ist der Schritt richtig, tragen Sie ihre Kosten.</translation>
    </message>
    <message>
        <source>Whoever opens a market puts in its money: %1 credits now, never more than %2. It comes back when the market ends, less what bettors on wrong have won, and with what they have lost. While it is open the claims wait for their whole period.</source>
        <translation>Wer einen Markt eröffnet, legt sein Geld ein: jetzt %1 Credits, nie mehr als %2. Es kommt zurück, wenn der Markt endet, abzüglich dessen, was Wetten auf falsch gewonnen haben, und mit dem, was sie verloren haben. Solange er offen ist, warten die Ansprüche ihre ganze Frist ab.</translation>
    </message>
    <message>
        <source>Put in at most %1 and open</source>
        <translation>Höchstens %1 einlegen und eröffnen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetWords</name>
    <message>
        <source>Whole run, %1</source>
        <translation>Ganzer Lauf, %1</translation>
    </message>
    <message>
        <source>Step %L1, %2</source>
        <translation>Schritt %L1, %2</translation>
    </message>
    <message>
        <source>Is every step of %1 right?</source>
        <translation>Ist jeder Schritt von %1 richtig?</translation>
    </message>
    <message>
        <source>Is step %L1 of %2 right?</source>
        <translation>Ist Schritt %L1 von %2 richtig?</translation>
    </message>
    <message>
        <source>contract %1 · nobody bets yet</source>
        <translation>Vertrag %1 · noch wettet niemand</translation>
    </message>
    <message>
        <source>contract %1 · ticket of %2, bond %3</source>
        <translation>Vertrag %1 · Los zu %2, Pfand %3</translation>
    </message>
    <message>
        <source>contract %1 · %L2 steps, bond %3</source>
        <translation>Vertrag %1 · %L2 Schritte, Pfand %3</translation>
    </message>
    <message>
        <source>nobody bets yet</source>
        <translation>noch wettet niemand</translation>
    </message>
    <message>
        <source>ticket of %1</source>
        <translation>Los zu %1</translation>
    </message>
    <message>
        <source>%L1 steps</source>
        <translation>%L1 Schritte</translation>
    </message>
    <message>
        <source>was right</source>
        <translation>war richtig</translation>
    </message>
    <message>
        <source>was wrong</source>
        <translation>war falsch</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>not open</source>
        <translation>nicht offen</translation>
    </message>
    <message>
        <source>no end yet</source>
        <translation>noch kein Ende</translation>
    </message>
    <message>
        <source>Stakes on wrong have forced the check, and it was made</source>
        <translation>Einsätze auf falsch haben die Prüfung erzwungen, und sie wurde gemacht</translation>
    </message>
    <message>
        <source>Stakes on wrong have forced the check: it is under way</source>
        <translation>Einsätze auf falsch haben die Prüfung erzwungen: sie läuft</translation>
    </message>
    <message>
        <source>Stakes on wrong have forced a check: it waits for the next claim</source>
        <translation>Einsätze auf falsch haben eine Prüfung erzwungen: sie wartet auf den nächsten Anspruch</translation>
    </message>
    <message>
        <source>The machine check starts when %1 credits are on wrong; %2 are</source>
        <translation>Die Prüfung durch die Maschine beginnt, wenn %1 Credits auf falsch stehen; jetzt sind es %2</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message>
        <source>%1 credits staked</source>
        <translation>%1 Credits gesetzt</translation>
    </message>
    <message>
        <source>you have a part in it</source>
        <translation>Sie sind beteiligt</translation>
    </message>
    <message>
        <source>%1 on right</source>
        <translation>%1 auf richtig</translation>
    </message>
    <message>
        <source>%1 on wrong</source>
        <translation>%1 auf falsch</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>eröffnet</translation>
    </message>
    <message>
        <source>no new stake</source>
        <translation>kein neuer Einsatz</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BetsPage</name>
    <message>
        <source>Bets</source>
        <translation>Wetten</translation>
    </message>
    <message>
        <source>Stake credits on whether claimed work is right. Without a check all stakes come back.</source>
        <translation>Setze Credits darauf, ob beanspruchte Arbeit richtig ist. Ohne Prüfung kommen alle Einsätze zurück.</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>Im Spiel</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>staked, left</source>
        <translation>gesetzt, noch</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>To open</source>
        <translation>Zu eröffnen</translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation>Noch kein Marktplatz</translation>
    </message>
    <message>
        <source>Bets are made at marketplaces: add one, and what is bet on there is listed here.</source>
        <translation>Gewettet wird auf Marktplätzen: füge einen hinzu, und hier steht, worauf dort gewettet wird.</translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation>Marktplatz hinzufügen</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>Since %1: %2. What you have staked stays where it is.</source>
        <translation>Seit %1: %2. Was Sie gesetzt haben, bleibt, wo es ist.</translation>
    </message>
    <message>
        <source>The marketplace says nothing of bets</source>
        <translation>Der Marktplatz sagt nichts von Wetten</translation>
    </message>
    <message>
        <source>Nothing to bet on now</source>
        <translation>Gerade gibt es nichts zu wetten</translation>
    </message>
    <message>
        <source>Bets are made on work that is under way and drawn by a beacon. When somebody rents in that way, its claims can be bet on here.</source>
        <translation>Gewettet wird auf Arbeit, die läuft und nach einem Beacon gezogen wird. Mietet jemand so, kann hier auf die Ansprüche gewettet werden.</translation>
    </message>
    <message>
        <source>Browse hosts</source>
        <translation>Anbieter ansehen</translation>
    </message>
    <message>
        <source>You have no bets</source>
        <translation>Sie haben keine Wetten</translation>
    </message>
    <message>
        <source>No market is open</source>
        <translation>Kein Markt ist offen</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Hier ist noch nichts</translation>
    </message>
    <message>
        <source>Open one yourself: &quot;To open&quot; lists what there could be one on.</source>
        <translation>Eröffne selbst einen: unter „Zu eröffnen“ steht, worauf es einen geben könnte.</translation>
    </message>
    <message>
        <source>What you look for may be under another heading.</source>
        <translation>Was Sie suchen, steht vielleicht unter einer anderen Überschrift.</translation>
    </message>
    <message>
        <source>left to stake</source>
        <translation>bleiben zum Setzen</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Unsicherste zuerst</translation>
    </message>
    <message>
        <source>Ends soonest first</source>
        <translation>Bald endende zuerst</translation>
    </message>
    <message>
        <source>Most staked first</source>
        <translation>Höchster Einsatz zuerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>Reihenfolge: %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BlameCard</name>
    <message>
        <source>Who stopped first</source>
        <translation>Wer zuerst aufhörte</translation>
    </message>
    <message>
        <source>as it is recorded</source>
        <translation>wie es aufgezeichnet ist</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BrowseFilters</name>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter leeren</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>VRAM</source>
        <translation>VRAM</translation>
    </message>
    <message>
        <source>Sort: %1</source>
        <translation>Sortierung: %1</translation>
    </message>
    <message>
        <source>, reversed</source>
        <translation>, umgekehrt</translation>
    </message>
    <message>
        <source>More · %1</source>
        <translation>Mehr · %1</translation>
    </message>
    <message numerus="yes">
        <source>More filters, %n in force</source>
        <translation>
            <numerusform>Weitere Filter, %n aktiv</numerusform>
            <numerusform>Weitere Filter, %n aktiv</numerusform>
        </translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Reverse order</source>
        <translation>Reihenfolge umkehren</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 or better, and new hosts</source>
        <translation>%1 oder besser, und neue Anbieter</translation>
    </message>
    <message>
        <source>Every checked step was right</source>
        <translation>Jeder geprüfte Schritt war richtig</translation>
    </message>
    <message>
        <source>%1 of the checked steps right, or more</source>
        <translation>%1 der geprüften Schritte richtig, oder mehr</translation>
    </message>
</context>
<context>
    <name>unchained::ui::BrowsePage</name>
    <message>
        <source>Search hosts, devices, places</source>
        <translation>Anbieter, Geräte, Orte suchen</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%n marketplaces</source>
        <translation>
            <numerusform>%n Marktplatz</numerusform>
            <numerusform>%n Marktplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>No marketplace answers</source>
        <translation>Kein Marktplatz antwortet</translation>
    </message>
    <message>
        <source>no answer from %1</source>
        <translation>keine Antwort von %1</translation>
    </message>
    <message>
        <source>Lost: %1. </source>
        <translation>Verbindung verloren: %1. </translation>
    </message>
    <message>
        <source>Lost since %1: %2. </source>
        <translation>Verbindung verloren seit %1: %2. </translation>
    </message>
    <message>
        <source>Other marketplace</source>
        <translation>Anderer Marktplatz</translation>
    </message>
    <message>
        <source>Connecting to %1</source>
        <translation>Verbinden mit %1</translation>
    </message>
    <message>
        <source>%1 of %2 hosts from %3</source>
        <translation>%1 von %2 Anbietern von %3</translation>
    </message>
    <message>
        <source>Asking %1 for its hosts</source>
        <translation>%1 wird nach Anbietern gefragt</translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation>Noch kein Marktplatz</translation>
    </message>
    <message>
        <source>Hosts are listed on marketplaces. Add one by its address or a link, or look around in a small market on this computer, with play credits.</source>
        <translation>Anbieter sind auf Marktplätzen gelistet. Einen per Adresse oder Link hinzufügen, oder sich in einem kleinen Markt auf diesem Rechner umsehen, mit Spiel-Credits.</translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation>Marktplatz hinzufügen</translation>
    </message>
    <message>
        <source>Look around in the demo</source>
        <translation>In der Demo umsehen</translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation>Diesen Rechner anbieten</translation>
    </message>
    <message>
        <source>No host on %1 yet</source>
        <translation>Noch kein Anbieter auf %1</translation>
    </message>
    <message>
        <source>No host yet</source>
        <translation>Noch kein Anbieter</translation>
    </message>
    <message>
        <source>Nobody has listed a machine here. Be the first host: you are paid within seconds for the steps that win.</source>
        <translation>Hier hat noch niemand einen Rechner angeboten. Der erste Anbieter sein: Schritte, die gewinnen, werden in Sekunden bezahlt.</translation>
    </message>
    <message>
        <source>No host fits</source>
        <translation>Kein Anbieter passt</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) are hidden by: %1.</source>
        <translation>
            <numerusform>%n Anbieter ist verborgen durch: %1.</numerusform>
            <numerusform>%n Anbieter sind verborgen durch: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>The nearest is %1: %2 at %3.</source>
        <translation>Am nächsten ist %1: %2 bei %3.</translation>
    </message>
    <message>
        <source>Raise price to %1</source>
        <translation>Preis auf %1 erhöhen</translation>
    </message>
    <message numerus="yes">
        <source>Without “%1” there would be %n.</source>
        <translation>
            <numerusform>Ohne „%1“ wäre es %n.</numerusform>
            <numerusform>Ohne „%1“ wären es %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave that out</source>
        <translation>Das weglassen</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n Anbieter</numerusform>
            <numerusform>%n Anbieter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n host(s)</source>
        <translation>
            <numerusform>%1 von %n Anbieter</numerusform>
            <numerusform>%1 von %n Anbietern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 exact %2 free now</source>
        <comment>1.9 exact PFLOPS free now</comment>
        <translation>%1 exakte %2 jetzt frei</translation>
    </message>
    <message>
        <source>none is free now</source>
        <translation>keiner ist jetzt frei</translation>
    </message>
    <message>
        <source>median %1 credits per verified TFLOP-hour</source>
        <translation>Median %1 Credits je geprüfte TFLOP-Stunde</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 has not answered since %2</source>
        <translation>%1 antwortet seit %2 nicht</translation>
    </message>
    <message>
        <source>. What you see is from %1.</source>
        <translation>. Was zu sehen ist, stammt von %1.</translation>
    </message>
    <message>
        <source>Next try at %1.</source>
        <translation>Nächster Versuch um %1.</translation>
    </message>
    <message>
        <source>Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.</source>
        <translation>Aufträge bei Anbietern, die direkt erreicht werden, laufen weiter; andere warten auf ihn, und keine Frist läuft solange.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CardView</name>
    <message>
        <source>Hosts</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseEvidenceCard</name>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>offer and acceptance</source>
        <translation>Angebot und Annahme</translation>
    </message>
    <message>
        <source>Opening of step %1</source>
        <translation>Öffnung von Schritt %1</translation>
    </message>
    <message>
        <source>state, from %1</source>
        <translation>Zustand, von %1</translation>
    </message>
    <message>
        <source>Run again by the hub</source>
        <translation>Vom Hub nachgerechnet</translation>
    </message>
    <message>
        <source>engine %1</source>
        <translation>Rechenwerk %1</translation>
    </message>
    <message>
        <source>Signed words</source>
        <translation>Unterschriebenes</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Aussage</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>unterschrieben</translation>
    </message>
    <message>
        <source>matches</source>
        <translation>stimmt</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>weicht ab</translation>
    </message>
    <message>
        <source>not checkable</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>SHA-256 %1, put in %2</source>
        <translation>SHA-256 %1, eingereicht %2</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Beweise</translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation>Aussage hinzufügen</translation>
    </message>
    <message>
        <source>What happened, in your own words</source>
        <translation>Was geschah, in Ihren eigenen Worten</translation>
    </message>
    <message>
        <source>Sign and put in</source>
        <translation>Unterschreiben und einreichen</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s), each named by its hash</source>
        <translation>
            <numerusform>%n Stück, nach seinem Hash benannt</numerusform>
            <numerusform>%n Stücke, jedes nach seinem Hash benannt</numerusform>
        </translation>
    </message>
    <message>
        <source>of you</source>
        <translation>von Ihnen</translation>
    </message>
    <message>
        <source>state, from you</source>
        <translation>Zustand, von Ihnen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseLadderCard</name>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Settlement</source>
        <translation>Einigung</translation>
    </message>
    <message>
        <source>Machine check</source>
        <translation>Prüfung durch Maschine</translation>
    </message>
    <message>
        <source>Panel of three</source>
        <translation>Dreiergremium</translation>
    </message>
    <message>
        <source>Final arbiter</source>
        <translation>Schiedsrichter</translation>
    </message>
    <message>
        <source>Was not agreed</source>
        <translation>Kam nicht zustande</translation>
    </message>
    <message>
        <source>Possible until the case has ended</source>
        <translation>Möglich, bis der Fall zu Ende ist</translation>
    </message>
    <message>
        <source>Not agreed so far, still possible</source>
        <translation>Bisher nicht, noch möglich</translation>
    </message>
    <message>
        <source>No machine can judge what this case is about</source>
        <translation>Worum es geht, kann keine Maschine beurteilen</translation>
    </message>
    <message>
        <source>Final on facts. By default: %1</source>
        <translation>Endgültig über Tatsachen. Sonst: %1</translation>
    </message>
    <message>
        <source>Final on facts</source>
        <translation>Endgültig über Tatsachen</translation>
    </message>
    <message>
        <source>Step %1 is right. Final on facts.</source>
        <translation>Schritt %1 ist richtig. Endgültig über Tatsachen.</translation>
    </message>
    <message>
        <source>Step %1 is wrong. Final on facts.</source>
        <translation>Schritt %1 ist falsch. Endgültig über Tatsachen.</translation>
    </message>
    <message>
        <source>No panel sits on this marketplace yet</source>
        <translation>Auf diesem Marktplatz tagt noch kein Gremium</translation>
    </message>
    <message>
        <source>The contract names none</source>
        <translation>Der Vertrag nennt keinen</translation>
    </message>
    <message>
        <source>%1, named in the contract. By default: dismissed, nothing moves</source>
        <translation>%1, im Vertrag genannt. Sonst: abgewiesen, nichts bewegt sich</translation>
    </message>
    <message>
        <source>Not needed: a machine decides</source>
        <translation>Nicht nötig: eine Maschine entscheidet</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CasePage</name>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Back to all cases</source>
        <translation>Zurück zu allen Fällen</translation>
    </message>
    <message>
        <source>%1 · opened %2</source>
        <translation>%1 · eröffnet %2</translation>
    </message>
    <message>
        <source>then: %1</source>
        <translation>dann: %1</translation>
    </message>
    <message>
        <source>then %1 rules</source>
        <translation>dann entscheidet %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseRow</name>
    <message>
        <source>opened %1</source>
        <translation>eröffnet %1</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CaseWords</name>
    <message>
        <source>you</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Case %1: %2 against %3</source>
        <translation>Fall %1: %2 gegen %3</translation>
    </message>
    <message>
        <source>%1 steps · %2 credits were paid for them</source>
        <translation>%1 Schritte · %2 Credits wurden dafür bezahlt</translation>
    </message>
    <message>
        <source>conduct · %1 credits in dispute</source>
        <translation>Verhalten · %1 Credits strittig</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Settled, still checked</source>
        <translation>Beigelegt, noch geprüft</translation>
    </message>
    <message>
        <source>May be settled</source>
        <translation>Kann beigelegt werden</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Wird nachgerechnet</translation>
    </message>
    <message>
        <source>Narrowing</source>
        <translation>Wird eingegrenzt</translation>
    </message>
    <message>
        <source>With the arbiter</source>
        <translation>Beim Schiedsrichter</translation>
    </message>
    <message>
        <source>Host was wrong</source>
        <translation>Anbieter lag falsch</translation>
    </message>
    <message>
        <source>Host was silent</source>
        <translation>Anbieter schwieg</translation>
    </message>
    <message>
        <source>Host was right</source>
        <translation>Anbieter hatte recht</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Beigelegt</translation>
    </message>
    <message>
        <source>Ruled</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Step %1 was wrong: the bond has paid</source>
        <translation>Schritt %1 war falsch: Das Pfand hat gezahlt</translation>
    </message>
    <message>
        <source>Step %1 was right: the deposit is lost</source>
        <translation>Schritt %1 war richtig: der Einsatz ist verloren</translation>
    </message>
    <message>
        <source>the host falls silent: its bond pays</source>
        <translation>der Anbieter schweigt: Sein Pfand zahlt</translation>
    </message>
    <message>
        <source>whoever opened it falls silent: the deposit is lost</source>
        <translation>wer ihn eröffnet hat, schweigt: der Einsatz ist verloren</translation>
    </message>
    <message>
        <source>nobody answered: the deposit is lost</source>
        <translation>niemand hat geantwortet: der Einsatz ist verloren</translation>
    </message>
    <message>
        <source>The data could not be had: nobody pays, and the deposit came back</source>
        <translation>Die Daten waren nicht zu haben: niemand zahlt, der Einsatz kam zurück</translation>
    </message>
    <message>
        <source>The bond had paid for something else before: the deposit came back</source>
        <translation>Das Pfand hatte schon für anderes gezahlt: Der Einsatz kam zurück</translation>
    </message>
    <message>
        <source>Settled: %1 credits to %2</source>
        <translation>Beigelegt: %1 Credits an %2</translation>
    </message>
    <message>
        <source>Ruled: %1 credits to %2</source>
        <translation>Entschieden: %1 Credits an %2</translation>
    </message>
    <message>
        <source>dismissed: nothing moves</source>
        <translation>abgewiesen: nichts bewegt sich</translation>
    </message>
    <message>
        <source>Engine was wrong</source>
        <translation>Rechenwerk war falsch</translation>
    </message>
    <message>
        <source>Step %1 was wrong, and so computes an engine of the build: nobody lied</source>
        <translation>Schritt %1 war falsch, und so rechnet ein Rechenwerk der Version: niemand hat gelogen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::CasesPage</name>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>No marketplace answers</source>
        <translation>Kein Marktplatz antwortet</translation>
    </message>
    <message>
        <source>%1 has not answered since %2. A case goes on there meanwhile; its deadlines stand still while the marketplace itself is away.</source>
        <translation>%1 antwortet seit %2 nicht. Ein Fall läuft dort inzwischen weiter; seine Fristen stehen still, solange der Marktplatz selbst weg ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Kein Fall</translation>
    </message>
    <message>
        <source>Where renter and host disagree over a result, a machine finds the first wrong step. Over what no machine can judge the two settle, or the arbiter of their contract rules.</source>
        <translation>Sind sich Mieter und Anbieter über ein Ergebnis uneins, findet eine Maschine den ersten falschen Schritt. Was keine Maschine beurteilen kann, legen die beiden bei, oder der Schiedsrichter ihres Vertrags entscheidet.</translation>
    </message>
    <message>
        <source>Look at your jobs</source>
        <translation>Ihre Aufträge ansehen</translation>
    </message>
    <message>
        <source>Open a complaint</source>
        <translation>Beschwerde einlegen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Chart</name>
    <message>
        <source>Show as a chart (T)</source>
        <translation>Als Diagramm zeigen (T)</translation>
    </message>
    <message>
        <source>Show as a table (T)</source>
        <translation>Als Tabelle zeigen (T)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a chart&apos;s name, and what a button does with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>One point so far, %1</source>
        <translation>Bisher ein Punkt, %1</translation>
    </message>
    <message>
        <source>%1, right axis</source>
        <translation>%1, rechte Achse</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a line and its band</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChartTableModel</name>
    <message>
        <source>%1, credits</source>
        <translation>%1, Credits</translation>
    </message>
    <message>
        <source>%1, from</source>
        <translation>%1, von</translation>
    </message>
    <message>
        <source>%1, to</source>
        <translation>%1, bis</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChartWords</name>
    <message>
        <source>%1 %2</source>
        <comment>what is counted, and where</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>as QLocale writes it</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source> credits</source>
        <translation> Credits</translation>
    </message>
    <message>
        <source>%1: first %2 at %3, last %4 at %5, lowest %6, highest %7.</source>
        <translation>%1: erst %2 bei %3, zuletzt %4 bei %5, tiefster Wert %6, höchster %7.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a line&apos;s name and its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a place, and the values there</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Chip</name>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Filter in force; Delete takes it away</source>
        <translation>Filter aktiv; Entf entfernt ihn</translation>
    </message>
    <message>
        <source>Filter; opens a choice</source>
        <translation>Filter; öffnet eine Auswahl</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ChoicePopup</name>
    <message>
        <source>No host says so</source>
        <translation>Kein Anbieter gibt das an</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DemoWorld</name>
    <message>
        <source>cannot be written</source>
        <translation>ist nicht beschreibbar</translation>
    </message>
    <message>
        <source>free some space, or name another directory</source>
        <translation>Platz schaffen oder ein anderes Verzeichnis angeben</translation>
    </message>
    <message>
        <source>made no key</source>
        <translation>hat keinen Schlüssel erzeugt</translation>
    </message>
    <message>
        <source>cannot be started</source>
        <translation>lässt sich nicht starten</translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation>das Programm neu installieren</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>its hub has ended</source>
        <translation>ihr Hub ist beendet</translation>
    </message>
    <message>
        <source>open the demo again</source>
        <translation>die Demo erneut öffnen</translation>
    </message>
    <message>
        <source>its hub gave no address</source>
        <translation>ihr Hub gab keine Adresse an</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DeviceRow</name>
    <message>
        <source>not listed</source>
        <translation>nicht gelistet</translation>
    </message>
    <message>
        <source>being measured</source>
        <translation>wird gemessen</translation>
    </message>
    <message>
        <source>waiting for a renter</source>
        <translation>wartet auf einen Mieter</translation>
    </message>
    <message>
        <source>rented by %1</source>
        <translation>gemietet von %1</translation>
    </message>
    <message>
        <source>paused: takes no new rental</source>
        <translation>pausiert: nimmt keine neue Miete an</translation>
    </message>
    <message>
        <source>leaves after this rental</source>
        <translation>geht nach dieser Miete</translation>
    </message>
    <message>
        <source>Progress of the rental</source>
        <translation>Fortschritt der Miete</translation>
    </message>
    <message>
        <source>Takes rentals</source>
        <translation>Nimmt Mieten an</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>%1 of the rental</source>
        <translation>%1 der Miete</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>untätig</translation>
    </message>
    <message>
        <source>/h</source>
        <translation>/h</translation>
    </message>
    <message>
        <source>%1 takes rentals</source>
        <translation>%1 nimmt Mieten an</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DiaryWords</name>
    <message>
        <source>The contract is complete and settled</source>
        <translation>Der Vertrag ist erfüllt und abgerechnet</translation>
    </message>
    <message>
        <source>The contract was left early and is settled</source>
        <translation>Der Vertrag wurde vorzeitig verlassen und ist abgerechnet</translation>
    </message>
    <message>
        <source>A step came to no number: the training itself failed there</source>
        <translation>Ein Schritt ergab keine Zahl: das Training selbst ist dort gescheitert</translation>
    </message>
    <message>
        <source>%1 was caught with a wrong result and lost its bond</source>
        <translation>%1 wurde mit einem falschen Ergebnis ertappt und verlor das Pfand</translation>
    </message>
    <message>
        <source>%1 fell silent and lost its bond</source>
        <translation>%1 verstummte und verlor das Pfand</translation>
    </message>
    <message>
        <source>This side fell silent: what was owed was paid</source>
        <translation>Diese Seite verstummte: was geschuldet war, wurde bezahlt</translation>
    </message>
    <message>
        <source>The contract ended: %1</source>
        <translation>Der Vertrag endete: %1</translation>
    </message>
    <message>
        <source>Step %1 was claimed</source>
        <translation>Schritt %1 wurde beansprucht</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>Step %1 was computed again by the hub: right</source>
        <translation>Schritt %1 wurde vom Hub nachgerechnet: richtig</translation>
    </message>
    <message>
        <source>same root</source>
        <translation>gleiche Wurzel</translation>
    </message>
    <message>
        <source>Step %1 was computed again: wrong</source>
        <translation>Schritt %1 wurde nachgerechnet: falsch</translation>
    </message>
    <message>
        <source>%1 loses its bond</source>
        <translation>%1 verliert das Pfand</translation>
    </message>
    <message>
        <source>Step %1 paid: %2 credits to %3</source>
        <translation>Schritt %1 bezahlt: %2 Credits an %3</translation>
    </message>
    <message>
        <source>%1 accepted; %2 credits are locked</source>
        <translation>%1 hat angenommen; %2 Credits sind gesperrt</translation>
    </message>
    <message>
        <source>bond %1</source>
        <translation>Pfand %1</translation>
    </message>
    <message>
        <source>Window %1 drawn: one ticket won</source>
        <translation>Fenster %1 gezogen: ein Los gewonnen</translation>
    </message>
    <message>
        <source>Window %1 drawn: %2 tickets won</source>
        <translation>Fenster %1 gezogen: %2 Lose gewonnen</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>An engine of %1 computed wrong, which is nobody&apos;s lie: the bond goes back</source>
        <translation>Ein Rechenwerk von %1 hat falsch gerechnet, was niemandes Lüge ist: das Pfand geht zurück</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeCard</name>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Steps computed again</source>
        <translation>Nachgerechnete Schritte</translation>
    </message>
    <message>
        <source>Compare, and dispute what differs</source>
        <translation>Vergleichen und Abweichendes bestreiten</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Look at the case</source>
        <translation>Fall ansehen</translation>
    </message>
    <message>
        <source>Dispute the result</source>
        <translation>Ergebnis bestreiten</translation>
    </message>
    <message>
        <source>In your words, for the record</source>
        <translation>Mit eigenen Worten, für die Akte</translation>
    </message>
    <message>
        <source>%1, contract %2</source>
        <translation>%1, Vertrag %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing here can be disputed any more: no bond answers for it.</source>
        <translation>Hier lässt sich nichts mehr bestreiten: kein Pfand steht dafür ein.</translation>
    </message>
    <message>
        <source>all, or %1 to %2</source>
        <translation>alle, oder %1 bis %2</translation>
    </message>
    <message>
        <source>This machine computes the steps again: all of them, or up to the one that you name. Only where one comes out otherwise a case is opened, and %1 credits are locked as a deposit. The marketplace runs that step again: if the host was wrong, its bond pays back what you paid and the deposit comes back; if it was right, the deposit is lost.</source>
        <translation>Diese Maschine rechnet die Schritte nach: alle, oder bis zu dem genannten. Nur wo einer anders ausfällt, wird ein Fall eröffnet, und %1 Credits werden als Einsatz gesperrt. Der Marktplatz rechnet diesen Schritt nach: Lag der Anbieter falsch, zahlt sein Pfand das Bezahlte zurück, und der Einsatz kommt wieder; lag er richtig, ist der Einsatz verloren.</translation>
    </message>
    <message>
        <source>A step from %1 to %2, or none to compare all</source>
        <translation>Ein Schritt von %1 bis %2, oder keiner, um alle zu vergleichen</translation>
    </message>
    <message>
        <source>Narrow it down with the host, round by round</source>
        <translation>Mit dem Anbieter eingrenzen, Runde um Runde</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeLog</name>
    <message>
        <source>dispute</source>
        <translation>Bestreiten</translation>
    </message>
    <message>
        <source>has ended without an answer</source>
        <translation>endete ohne Antwort</translation>
    </message>
    <message>
        <source>look at the list of cases, and dispute it again where there is none</source>
        <translation>die Liste der Fälle ansehen, und wo keiner steht, erneut bestreiten</translation>
    </message>
</context>
<context>
    <name>unchained::ui::DisputeWords</name>
    <message>
        <source>Reading the record, and loading data and state</source>
        <translation>Die Akte wird gelesen, Daten und Zustand werden geladen</translation>
    </message>
    <message>
        <source>Computing again: %1 of %2 steps</source>
        <translation>Nachgerechnet: %1 von %2 Schritten</translation>
    </message>
    <message>
        <source>A step came out otherwise: case %1 is open. It goes on while this window is closed; this machine must stay on until the marketplace has the state before the step.</source>
        <translation>Ein Schritt fiel anders aus: Fall %1 ist eröffnet. Er geht weiter, wenn dieses Fenster geschlossen ist; diese Maschine muss anbleiben, bis der Marktplatz den Zustand vor dem Schritt hat.</translation>
    </message>
    <message>
        <source>Case %1: the host was wrong. Its bond has paid back what you paid.</source>
        <translation>Fall %1: Der Anbieter lag falsch. Sein Pfand hat das Bezahlte zurückgezahlt.</translation>
    </message>
    <message>
        <source>Case %1: the host fell silent. Its bond has paid back what you paid.</source>
        <translation>Fall %1: Der Anbieter verstummte. Sein Pfand hat das Bezahlte zurückgezahlt.</translation>
    </message>
    <message>
        <source>Case %1: the host was right, and the deposit is lost.</source>
        <translation>Fall %1: Der Anbieter lag richtig, und der Einsatz ist verloren.</translation>
    </message>
    <message>
        <source>Case %1 has ended.</source>
        <translation>Fall %1 ist beendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) computed again, and all as the host has committed to them: there is nothing to dispute, and no credit moved.</source>
        <translation>
            <numerusform>%n Schritt nachgerechnet, und er fiel aus, wie der Anbieter ihn festgelegt hat: Es gibt nichts zu bestreiten, und kein Credit hat sich bewegt.</numerusform>
            <numerusform>%n Schritte nachgerechnet, und alle fielen aus, wie der Anbieter sie festgelegt hat: Es gibt nichts zu bestreiten, und kein Credit hat sich bewegt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::EarningsCard</name>
    <message>
        <source>Earned today</source>
        <translation>Heute verdient</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>The day begins with the first rental: each paid win is a step up.</source>
        <translation>Der Tag beginnt mit der ersten Miete: jeder bezahlte Gewinn ist eine Stufe aufwärts.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>after electricity</source>
        <translation>nach Strom</translation>
    </message>
    <message>
        <source>same device mining</source>
        <translation>Mining mit diesem Gerät</translation>
    </message>
    <message>
        <source>9 days in 10 inside</source>
        <translation>9 von 10 Tagen darin</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>unchained::ui::EarningsView</name>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>Received today</source>
        <translation>Heute erhalten</translation>
    </message>
    <message>
        <source>After electricity</source>
        <translation>Nach Strom</translation>
    </message>
    <message>
        <source>Mining would pay</source>
        <translation>Mining brächte</translation>
    </message>
    <message>
        <source>Paid within</source>
        <translation>Bezahlt binnen</translation>
    </message>
    <message>
        <source>Bond at stake</source>
        <translation>Pfand im Spiel</translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation>Credits/h</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Claims pending</source>
        <translation>Offene Ansprüche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message numerus="yes">
        <source>%n win(s)</source>
        <translation>
            <numerusform>%n Gewinn</numerusform>
            <numerusform>%n Gewinne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rental(s)</source>
        <translation>
            <numerusform>%n Miete</numerusform>
            <numerusform>%n Mieten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 kWh at %2 credits</source>
        <translation>%1 kWh zu %2 Credits</translation>
    </message>
    <message>
        <source>%1 after electricity</source>
        <translation>%1 nach Strom</translation>
    </message>
    <message>
        <source>no figure for this device</source>
        <translation>kein Wert für dieses Gerät</translation>
    </message>
    <message>
        <source>median of the last claims</source>
        <translation>Median zuletzt</translation>
    </message>
    <message>
        <source>known after a payment</source>
        <translation>nach einer Zahlung bekannt</translation>
    </message>
    <message>
        <source>up to the whole balance</source>
        <translation>bis zum Guthaben</translation>
    </message>
    <message>
        <source>at most %1 at once</source>
        <translation>höchstens %1 zugleich</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>None. A win is listed here until it is paid.</source>
        <translation>Keine. Ein Gewinn steht hier, bis er bezahlt ist.</translation>
    </message>
    <message>
        <source>Why it waits</source>
        <translation>Warum es wartet</translation>
    </message>
    <message>
        <source>Why the %1 waits</source>
        <translation>Warum %1 wartet</translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation>%1 je Stunde verlangen</translation>
    </message>
    <message>
        <source>Time that is shown</source>
        <translation>Gezeigter Zeitraum</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>power not told yet</source>
        <translation>Leistung fehlt noch</translation>
    </message>
    <message>
        <source>same hours, this device</source>
        <translation>in denselben Stunden</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
</context>
<context>
    <name>unchained::ui::EffectCard</name>
    <message>
        <source>Bond</source>
        <translation>Pfand</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>May be at stake</source>
        <translation>Darf auf dem Spiel stehen</translation>
    </message>
    <message>
        <source>Steps checked</source>
        <translation>Geprüfte Schritte</translation>
    </message>
    <message>
        <source>Hosts that ask more</source>
        <translation>Anbieter, die mehr verlangen</translation>
    </message>
    <message>
        <source>Hosts with less bond</source>
        <translation>Anbieter mit weniger Pfand</translation>
    </message>
    <message>
        <source>Bond against check rate</source>
        <translation>Pfand gegen Prüfrate</translation>
    </message>
    <message>
        <source>What bond and price change</source>
        <translation>Was Pfand und Preis ändern</translation>
    </message>
    <message>
        <source>a job of %1 steps of %2 s</source>
        <translation>ein Auftrag mit %1 Schritten zu %2 s</translation>
    </message>
    <message>
        <source>The most that a false result may be worth to somebody while every win is checked: a renter who has more to lose is refused</source>
        <translation>Das Höchste, was ein falsches Ergebnis jemandem wert sein darf, wenn jeder Gewinn geprüft wird: Wer mehr zu verlieren hat, wird abgelehnt</translation>
    </message>
    <message>
        <source>With nothing at stake beside the price: a larger bond deters with fewer checks, which cost the renter less</source>
        <translation>Wenn außer dem Preis nichts auf dem Spiel steht: Ein größeres Pfand schreckt mit weniger Prüfungen ab, und das kostet den Mieter weniger</translation>
    </message>
    <message>
        <source>Of those online on this marketplace, for the same work</source>
        <translation>Von denen, die auf diesem Marktplatz online sind, für dieselbe Arbeit</translation>
    </message>
    <message>
        <source>Of those online on this marketplace</source>
        <translation>Von denen, die auf diesem Marktplatz online sind</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>%1, overhead %2</source>
        <translation>%1, Aufwand %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No such job is let: at this price it takes a bond of %1 credits or more.</source>
        <translation>So ein Auftrag kommt nicht zustande: Bei diesem Preis braucht er ein Pfand von mindestens %1 Credits.</translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation>%1 je Stunde verlangen</translation>
    </message>
    <message>
        <source>This price is asked now</source>
        <translation>Dieser Preis gilt jetzt</translation>
    </message>
    <message>
        <source>bond</source>
        <translation>Pfand</translation>
    </message>
    <message>
        <source>steps checked</source>
        <translation>geprüfte Schritte</translation>
    </message>
    <message>
        <source>steps checked, at least</source>
        <translation>geprüfte Schritte, mindestens</translation>
    </message>
    <message>
        <source>this bond</source>
        <translation>dieses Pfand</translation>
    </message>
    <message>
        <source>No job of this size can be let at this price.</source>
        <translation>Zu diesem Preis kommt kein Auftrag dieser Größe zustande.</translation>
    </message>
    <message>
        <source>Offers refused today</source>
        <translation>Heute abgelehnte Angebote</translation>
    </message>
    <message>
        <source>The last one: %1</source>
        <translation>Das letzte: %1</translation>
    </message>
    <message>
        <source>Holds for the next rental; never more than the balance</source>
        <translation>Gilt für die nächste Miete; nie mehr als das Guthaben</translation>
    </message>
    <message>
        <source>Bet at most %1 at once</source>
        <translation>Höchstens %1 zugleich als Pfand setzen</translation>
    </message>
    <message>
        <source>This bond is offered now</source>
        <translation>Dieses Pfand ist jetzt angeboten</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Engine</name>
    <message>
        <source>%1, %2 GB</source>
        <translation>%1, %2 GB</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>Add a marketplace</source>
        <translation>Marktplatz hinzufügen</translation>
    </message>
    <message>
        <source>The demo cannot run</source>
        <translation>Die Demo kann nicht laufen</translation>
    </message>
    <message>
        <source>Run a marketplace here</source>
        <translation>Hier einen Marktplatz betreiben</translation>
    </message>
    <message>
        <source>marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>it has ended</source>
        <translation>er ist beendet</translation>
    </message>
    <message>
        <source>read hub.log in the data directory</source>
        <translation>hub.log im Datenverzeichnis lesen</translation>
    </message>
    <message>
        <source>is not connected</source>
        <translation>ist nicht verbunden</translation>
    </message>
    <message>
        <source>try again when it answers</source>
        <translation>erneut versuchen, wenn er antwortet</translation>
    </message>
    <message>
        <source>The job has ended: verify its result instead</source>
        <translation>Der Auftrag ist beendet: stattdessen sein Ergebnis prüfen</translation>
    </message>
    <message>
        <source>Step %L1 computed here in %2 s: right, same root</source>
        <translation>Schritt %L1 hier in %2 s berechnet: richtig, gleiche Wurzel</translation>
    </message>
    <message>
        <source>Step %L1 computed here in %2 s: wrong, another root</source>
        <translation>Schritt %L1 hier in %2 s berechnet: falsch, andere Wurzel</translation>
    </message>
    <message>
        <source>Every signature, draw, payment and 20 random steps are right</source>
        <translation>Alle Signaturen, Ziehungen, Zahlungen und 20 zufällige Schritte sind richtig</translation>
    </message>
    <message>
        <source>It cannot be verified</source>
        <translation>Es lässt sich nicht prüfen</translation>
    </message>
    <message>
        <source>Verifying: signatures, draws, payments, and 20 random steps</source>
        <translation>Prüfung läuft: Signaturen, Ziehungen, Zahlungen und 20 zufällige Schritte</translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation>Diesen Rechner anbieten</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Paid %1 credits</source>
        <translation>%1 Credits bezahlt</translation>
    </message>
    <message>
        <source>Back up the key</source>
        <translation>Schlüssel sichern</translation>
    </message>
    <message>
        <source>The key is backed up to %1</source>
        <translation>Der Schlüssel ist gesichert in %1</translation>
    </message>
    <message>
        <source>Restore a key</source>
        <translation>Schlüssel wiederherstellen</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>the key that is here has a history of its own</source>
        <translation>der Schlüssel hier hat schon eine eigene Geschichte</translation>
    </message>
    <message>
        <source>start the program with another data directory and restore it there</source>
        <translation>das Programm mit einem anderen Datenverzeichnis starten und ihn dort wiederherstellen</translation>
    </message>
    <message>
        <source>data directory</source>
        <translation>Datenverzeichnis</translation>
    </message>
    <message>
        <source>is not open</source>
        <translation>ist nicht offen</translation>
    </message>
    <message>
        <source>open it first</source>
        <translation>zuerst öffnen</translation>
    </message>
    <message>
        <source>cannot be started</source>
        <translation>lässt sich nicht starten</translation>
    </message>
    <message>
        <source>install the program again</source>
        <translation>das Programm neu installieren</translation>
    </message>
    <message>
        <source>it cannot be started</source>
        <translation>er lässt sich nicht starten</translation>
    </message>
    <message>
        <source>It cannot be verified: %1 cannot be started</source>
        <translation>Prüfen nicht möglich: %1 lässt sich nicht starten</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>Bewertet</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Replied</source>
        <translation>Geantwortet</translation>
    </message>
    <message>
        <source>Your bet waits for the next clearing</source>
        <translation>Ihre Wette wartet auf die nächste Verrechnung</translation>
    </message>
    <message>
        <source>The market is open</source>
        <translation>Der Markt ist offen</translation>
    </message>
    <message>
        <source>Propose a settlement</source>
        <translation>Einigung vorschlagen</translation>
    </message>
    <message>
        <source>Proposed: the other side may accept it for a day</source>
        <translation>Vorgeschlagen: die andere Seite kann einen Tag lang annehmen</translation>
    </message>
    <message>
        <source>Accept a settlement</source>
        <translation>Einigung annehmen</translation>
    </message>
    <message>
        <source>Settled: both have signed</source>
        <translation>Beigelegt: beide haben unterschrieben</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Your ruling is signed</source>
        <translation>Ihre Entscheidung ist unterschrieben</translation>
    </message>
    <message>
        <source>Add a statement</source>
        <translation>Aussage hinzufügen</translation>
    </message>
    <message>
        <source>The statement is in the case, under your signature</source>
        <translation>Die Aussage liegt im Fall, mit Ihrer Unterschrift</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>Fall eröffnen</translation>
    </message>
    <message>
        <source>The case is open</source>
        <translation>Der Fall ist eröffnet</translation>
    </message>
</context>
<context>
    <name>unchained::ui::EventsCard</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Only the last</source>
        <translation>Nur die letzten</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::FileField</name>
    <message>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::FirstRunPage</name>
    <message>
        <source>Welcome to Unchained</source>
        <translation>Willkommen bei Unchained</translation>
    </message>
    <message>
        <source>Compute from people, checked by anyone. What brings you here?</source>
        <translation>Rechenleistung von Menschen, prüfbar für alle. Was führt Sie her?</translation>
    </message>
    <message>
        <source>Rent compute</source>
        <translation>Rechenleistung mieten</translation>
    </message>
    <message>
        <source>List this machine</source>
        <translation>Diesen Rechner anbieten</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Demo öffnen</translation>
    </message>
    <message>
        <source>Rent</source>
        <translation>Mieten</translation>
    </message>
    <message>
        <source>Browse hosts, train your model, pay only for steps that are right. It needs credits on a marketplace.</source>
        <translation>Anbieter ansehen, das Modell trainieren, nur für richtige Schritte zahlen. Dazu braucht es Credits auf einem Marktplatz.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Put this machine to work. Paid within seconds, and it bets credits that each step is right.</source>
        <translation>Diesen Rechner arbeiten lassen. Bezahlt in Sekunden; er setzt Credits darauf, dass jeder Schritt richtig ist.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>Umsehen</translation>
    </message>
    <message>
        <source>A small market of three hosts on this computer, with play credits. Nothing to lose, nothing kept.</source>
        <translation>Ein kleiner Markt mit drei Anbietern auf diesem Rechner, mit Spiel-Credits. Nichts zu verlieren, nichts bleibt.</translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Aus Sicherung wiederherstellen</translation>
    </message>
    <message>
        <source>Your new key:</source>
        <translation>Ihr neuer Schlüssel:</translation>
    </message>
    <message>
        <source>Your key is being made</source>
        <translation>Ihr Schlüssel wird erzeugt</translation>
    </message>
    <message>
        <source>Only on this computer; your credits hang on it.</source>
        <translation>Nur auf diesem Rechner; Ihre Credits hängen daran.</translation>
    </message>
    <message>
        <source>Fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>Its fingerprint:</source>
        <translation>Sein Fingerabdruck:</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Format</name>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>s</source>
        <comment>seconds</comment>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>h</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and month, as QLocale writes them</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as QLocale writes it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>unchained::ui::FourStatePage</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Next try by itself in %1 s</source>
        <translation>Nächster Versuch von selbst in %1 s</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Lädt</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostCardDelegate</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation>Credits/h</translation>
    </message>
    <message>
        <source>A favourite; click or press Space to take it off</source>
        <translation>Ein Favorit; Klick oder Leertaste entfernt ihn</translation>
    </message>
    <message>
        <source>Click or press Space to keep it as a favourite</source>
        <translation>Klick oder Leertaste merkt ihn als Favorit</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostCriteriaWords</name>
    <message numerus="yes">
        <source>%n devices</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>Up to %1 credits/h</source>
        <translation>Bis %1 Credits/h</translation>
    </message>
    <message>
        <source>Rated %1 or new</source>
        <translation>Bewertung %1 oder neu</translation>
    </message>
    <message>
        <source>All checks right</source>
        <translation>Alle Prüfungen richtig</translation>
    </message>
    <message>
        <source>%1 right</source>
        <translation>%1 richtig</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n Ort</numerusform>
            <numerusform>%n Orte</numerusform>
        </translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Verified share</source>
        <translation>Geprüfter Anteil</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Jetzt frei</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoriten</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Price per TFLOP-h</source>
        <translation>Preis je TFLOP-h</translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation>Exakte Rate</translation>
    </message>
    <message>
        <source>Checked steps</source>
        <translation>Geprüfte Schritte</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Standing: free hosts first and failed checks last; between them the rating, in which every host begins with three voices of 3.5 stars, and a little for checked steps</source>
        <translation>Ruf: freie Anbieter zuerst, fehlgeschlagene Prüfungen zuletzt; dazwischen die Bewertung, in der jeder Anbieter mit drei Stimmen zu 3,5 Sternen beginnt, und ein wenig für geprüfte Schritte</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostModel</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>%1 credits/h</source>
        <translation>%1 Credits/h</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation>Exakte Rate</translation>
    </message>
    <message>
        <source>Credits/h</source>
        <translation>Credits/h</translation>
    </message>
    <message>
        <source>Per TFLOP-h</source>
        <translation>Je TFLOP-h</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostPage</name>
    <message>
        <source>Parts of this page</source>
        <translation>Teile dieser Seite</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>Listing</source>
        <translation>Angebot</translation>
    </message>
    <message>
        <source>Renters</source>
        <translation>Mieter</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop hosting</source>
        <translation>Anbieten beenden</translation>
    </message>
    <message>
        <source>Put this machine to work. Renters pay for each step that is right, within seconds; it bets credits that they are.</source>
        <translation>Diesen Rechner arbeiten lassen. Mieter zahlen für jeden richtigen Schritt, in Sekunden; er setzt Credits darauf, dass sie richtig sind.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Go on hosting</source>
        <translation>Weiter anbieten</translation>
    </message>
    <message>
        <source>Take rentals again</source>
        <translation>Wieder Mieten annehmen</translation>
    </message>
    <message>
        <source>Stop hosting? The rental under way is finished and paid first; then this machine leaves the list.</source>
        <translation>Anbieten beenden? Die laufende Miete wird erst beendet und bezahlt; dann verlässt dieser Rechner die Liste.</translation>
    </message>
    <message>
        <source>Stop hosting? This machine leaves the list; what it has won is still paid.</source>
        <translation>Anbieten beenden? Dieser Rechner verlässt die Liste; was er gewonnen hat, wird noch bezahlt.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostPreview</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Verified price</source>
        <translation>Geprüfter Preis</translation>
    </message>
    <message>
        <source>Exact rate</source>
        <translation>Exakte Rate</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Bond, up to</source>
        <translation>Pfand, bis zu</translation>
    </message>
    <message>
        <source>Rentals</source>
        <translation>Mieten</translation>
    </message>
    <message>
        <source>Listing of</source>
        <translation>Angebot vom</translation>
    </message>
    <message>
        <source>Open this host</source>
        <translation>Diesen Anbieter öffnen</translation>
    </message>
    <message>
        <source>Keep as a favourite</source>
        <translation>Als Favorit merken</translation>
    </message>
    <message>
        <source>Choose a host in the list; what it offers is shown here.</source>
        <translation>Einen Anbieter in der Liste wählen; was er bietet, steht dann hier.</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a date, as QLocale writes it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Take off the favourites</source>
        <translation>Aus Favoriten entfernen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostTable</name>
    <message>
        <source>none yet</source>
        <translation>noch keine</translation>
    </message>
    <message>
        <source>%1, %2 wrong</source>
        <translation>%1, %2 falsch</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Anbieter</translation>
    </message>
</context>
<context>
    <name>unchained::ui::HostWords</name>
    <message>
        <source>Failed a check</source>
        <translation>Prüfung nicht bestanden</translation>
    </message>
    <message>
        <source>New host</source>
        <translation>Neuer Anbieter</translation>
    </message>
    <message>
        <source>Proven host</source>
        <translation>Bewährter Anbieter</translation>
    </message>
    <message>
        <source>Failed a check: at least one of its steps was computed again and was wrong</source>
        <translation>Prüfung nicht bestanden: mindestens einer seiner Schritte wurde nachgerechnet und war falsch</translation>
    </message>
    <message>
        <source>New host: fewer than %1 of its steps were checked</source>
        <translation>Neuer Anbieter: weniger als %1 seiner Schritte wurden geprüft</translation>
    </message>
    <message>
        <source>Proven host: at least %1 steps checked, none wrong, and rated %2 or better by %3 or more</source>
        <translation>Bewährter Anbieter: mindestens %1 Schritte geprüft, keiner falsch, und mit %2 oder besser bewertet von %3 oder mehr</translation>
    </message>
    <message>
        <source>%1 credits/h</source>
        <translation>%1 Credits/h</translation>
    </message>
    <message>
        <source>%1 per TFLOP-h</source>
        <translation>%1 je TFLOP-h</translation>
    </message>
    <message>
        <source>%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the host has measured and signed.</source>
        <translation>%1 Credits für ein Teraflop exakter Arbeit, eine Stunde lang gehalten: %2 geteilt durch die %3, die der Anbieter gemessen und signiert hat.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Vergeben</translation>
    </message>
    <message>
        <source>No step checked yet</source>
        <translation>Noch kein Schritt geprüft</translation>
    </message>
    <message>
        <source>1 step checked, %1 wrong</source>
        <translation>1 Schritt geprüft, %1 falsch</translation>
    </message>
    <message>
        <source>%1 steps checked, %2 wrong</source>
        <translation>%1 Schritte geprüft, %2 falsch</translation>
    </message>
    <message>
        <source>%1 credits an hour</source>
        <translation>%1 Credits je Stunde</translation>
    </message>
    <message>
        <source>%1 per verified teraflop-hour</source>
        <translation>%1 je geprüfte Teraflop-Stunde</translation>
    </message>
    <message>
        <source>no ratings yet</source>
        <translation>noch keine Bewertungen</translation>
    </message>
    <message>
        <source>rated %1 of 5 by %2</source>
        <translation>bewertet mit %1 von 5 durch %2</translation>
    </message>
    <message>
        <source>free now</source>
        <translation>jetzt frei</translation>
    </message>
    <message>
        <source>a favourite</source>
        <translation>ein Favorit</translation>
    </message>
    <message>
        <source>%1 credits for a teraflop of exact work kept up for an hour: %2 over the %3 that the marketplace has seen it do.</source>
        <translation>%1 Credits für ein Teraflop exakter Arbeit eine Stunde lang: %2 über die %3, die der Marktplatz gesehen hat.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Hosting</name>
    <message>
        <source>waits for batch</source>
        <translation>im Stapel</translation>
    </message>
    <message>
        <source>right, pays soon</source>
        <translation>richtig, bald bezahlt</translation>
    </message>
    <message>
        <source>found wrong</source>
        <translation>als falsch erkannt</translation>
    </message>
    <message>
        <source>The marketplace does not answer; it is tried again by itself.</source>
        <translation>Der Marktplatz antwortet nicht; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>It has no credits to bet as a bond. A host needs some before it can be rented.</source>
        <translation>Es fehlen Credits, um sie als Pfand zu setzen. Ein Anbieter braucht welche, bevor er gemietet werden kann.</translation>
    </message>
    <message>
        <source>No request has come yet. It is the only host here.</source>
        <translation>Es kam noch keine Anfrage. Dies ist der einzige Anbieter hier.</translation>
    </message>
    <message>
        <source>No request has come yet. Its price is in the middle of what others ask for the same work.</source>
        <translation>Es kam noch keine Anfrage. Der Preis liegt in der Mitte dessen, was andere für die gleiche Arbeit verlangen.</translation>
    </message>
    <message numerus="yes">
        <source>Asks %1 an hour. The %n host(s) that work now ask %2 in the middle for the same work.</source>
        <translation>
            <numerusform>Verlangt %1 je Stunde. Der %n Anbieter, der jetzt arbeitet, verlangt %2 für die gleiche Arbeit.</numerusform>
            <numerusform>Verlangt %1 je Stunde. Die %n Anbieter, die jetzt arbeiten, verlangen im Mittel %2 für die gleiche Arbeit.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobHeader</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the job</source>
        <translation>Fortschritt des Auftrags</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Back to all jobs</source>
        <translation>Zurück zu allen Aufträgen</translation>
    </message>
    <message>
        <source>no host yet</source>
        <translation>noch kein Anbieter</translation>
    </message>
    <message>
        <source> · contract %1</source>
        <translation> · Vertrag %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>%1 von %2 Schritten</translation>
    </message>
    <message>
        <source>ends about %1</source>
        <translation>endet etwa %1</translation>
    </message>
    <message>
        <source>known after a few steps</source>
        <translation>nach einigen Schritten bekannt</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>beendet %1</translation>
    </message>
    <message>
        <source>of %1 credits</source>
        <translation>von %1 Credits</translation>
    </message>
    <message>
        <source>expected by now %1</source>
        <translation>bis jetzt erwartet %1</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>with the first state</source>
        <translation>mit dem ersten Zustand</translation>
    </message>
    <message>
        <source>%1 in the listing</source>
        <translation>%1 im Angebot</translation>
    </message>
    <message>
        <source>s a step</source>
        <translation>s je Schritt</translation>
    </message>
    <message>
        <source>%1 of %2 tiles</source>
        <translation>%1 von %2 Kacheln</translation>
    </message>
    <message>
        <source>s a tile</source>
        <translation>s je Kachel</translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobPage</name>
    <message>
        <source>Cancel the job? What is won stays paid, and the rest of what is locked comes back. What was learned so far is kept.</source>
        <translation>Auftrag abbrechen? Was gewonnen ist, bleibt bezahlt, und der Rest des Gesperrten kommt zurück. Was bisher gelernt wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Cancel the job</source>
        <translation>Auftrag abbrechen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobRow</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>no host yet</source>
        <translation>noch kein Anbieter</translation>
    </message>
    <message>
        <source>no host was found</source>
        <translation>kein Anbieter gefunden</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>of %1 locked</source>
        <translation>von %1 gesperrt</translation>
    </message>
    <message>
        <source>of %1 were locked</source>
        <translation>von %1 waren gesperrt</translation>
    </message>
    <message>
        <source>%1 done</source>
        <translation>%1 fertig</translation>
    </message>
    <message>
        <source>%1 credits paid of %2</source>
        <translation>%1 Credits bezahlt von %2</translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobWords</name>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Waiting for a host</source>
        <translation>Wartet auf Anbieter</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>on %1, %2</source>
        <translation>auf %1, %2</translation>
    </message>
    <message>
        <source>on %1, %2 in %3</source>
        <translation>auf %1, %2 in %3</translation>
    </message>
    <message>
        <source>%1 returned a wrong result at step %2.</source>
        <translation>%1 lieferte ein falsches Ergebnis bei Schritt %2.</translation>
    </message>
    <message>
        <source>%1 returned a wrong result.</source>
        <translation>%1 lieferte ein falsches Ergebnis.</translation>
    </message>
    <message>
        <source>The job is complete</source>
        <translation>Der Auftrag ist fertig</translation>
    </message>
    <message>
        <source>%1 steps are done and every win is settled. What was not won has come back.</source>
        <translation>%1 Schritte sind fertig, und jeder Gewinn ist abgerechnet. Was nicht gewonnen wurde, ist zurückgekommen.</translation>
    </message>
    <message>
        <source>You cancelled this job</source>
        <translation>Auftrag von Ihnen abgebrochen</translation>
    </message>
    <message>
        <source>What was won stays paid; the rest of what was locked has come back.</source>
        <translation>Was gewonnen wurde, bleibt bezahlt; der Rest des Gesperrten ist zurückgekommen.</translation>
    </message>
    <message>
        <source>The training itself failed</source>
        <translation>Das Training selbst ist gescheitert</translation>
    </message>
    <message>
        <source>A step came to no number. The host is not to blame: look at the job file.</source>
        <translation>Ein Schritt ergab keine Zahl. Der Anbieter ist nicht schuld: bitte die Auftragsdatei prüfen.</translation>
    </message>
    <message>
        <source>This side fell silent</source>
        <translation>Diese Seite verstummte</translation>
    </message>
    <message>
        <source>What was owed was paid, and the contract is closed.</source>
        <translation>Was geschuldet war, wurde bezahlt, und der Vertrag ist geschlossen.</translation>
    </message>
    <message>
        <source>The job ended early</source>
        <translation>Der Auftrag endete vorzeitig</translation>
    </message>
    <message>
        <source>No host could carry it on. What was not won has come back.</source>
        <translation>Kein Anbieter konnte ihn fortführen. Was nicht gewonnen wurde, ist zurückgekommen.</translation>
    </message>
    <message>
        <source>%1 tiles are done and every win is settled. What was not won has come back.</source>
        <translation>%1 Kacheln sind fertig, und jeder Gewinn ist abgerechnet. Was nicht gewonnen wurde, ist zurückgekommen.</translation>
    </message>
    <message>
        <source>Proven: a step was run again, and it was another one.</source>
        <translation>Bewiesen: Ein Schritt wurde nachgerechnet, und er war ein anderer.</translation>
    </message>
    <message>
        <source>Proven: two receipts of one window are signed.</source>
        <translation>Bewiesen: Zwei Quittungen für ein Fenster sind unterschrieben.</translation>
    </message>
    <message>
        <source>Proven: a step came to no number, which is the arithmetic and nobody.</source>
        <translation>Bewiesen: Ein Schritt ergab keine Zahl; das ist die Rechnung und niemand.</translation>
    </message>
    <message>
        <source>Not proven: the other had waited for longer than the grace, and left.</source>
        <translation>Nicht bewiesen: Die andere Seite hatte länger als die Frist gewartet und ging.</translation>
    </message>
    <message>
        <source>Not proven: it left before the end.</source>
        <translation>Nicht bewiesen: Sie ging vor dem Ende.</translation>
    </message>
    <message>
        <source>Not proven: nothing happened for 30 days.</source>
        <translation>Nicht bewiesen: 30 Tage lang geschah nichts.</translation>
    </message>
    <message>
        <source>Proven by signatures.</source>
        <translation>Durch Unterschriften bewiesen.</translation>
    </message>
    <message>
        <source>Not proven: it did not answer the marketplace in time.</source>
        <translation>Nicht bewiesen: Dem Marktplatz wurde nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 stopped first, contract %2</source>
        <translation>%1 hörte zuerst auf, Vertrag %2</translation>
    </message>
    <message>
        <source>This side stopped first, contract %1 with %2</source>
        <translation>Diese Seite hörte zuerst auf, Vertrag %1 mit %2</translation>
    </message>
    <message>
        <source>Nobody stopped first, contract %1 with %2</source>
        <translation>Niemand hörte zuerst auf, Vertrag %1 mit %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Last word to the marketplace: %1 %2, this side %3. Last word of %1 recorded here: %4.</source>
        <translation>Letztes Wort an den Marktplatz: %1 %2, diese Seite %3. Letztes hier aufgezeichnetes Wort von %1: %4.</translation>
    </message>
    <message>
        <source>It lost its bond of %1 credits, and you got %2 back.</source>
        <translation>Er hat sein Pfand von %1 Credits verloren, und Sie haben %2 zurückbekommen.</translation>
    </message>
    <message>
        <source>It lost its bond of %1 credits.</source>
        <translation>Er hat sein Pfand von %1 Credits verloren.</translation>
    </message>
    <message>
        <source>It lost its bond, and you got %1 credits back.</source>
        <translation>Er hat sein Pfand verloren, und Sie haben %1 Credits zurückbekommen.</translation>
    </message>
    <message>
        <source>It lost its bond.</source>
        <translation>Er hat sein Pfand verloren.</translation>
    </message>
    <message>
        <source>The job goes on with %1 from step %2.</source>
        <translation>Der Auftrag geht bei %1 ab Schritt %2 weiter.</translation>
    </message>
    <message>
        <source>The job goes on with %1.</source>
        <translation>Der Auftrag geht bei %1 weiter.</translation>
    </message>
    <message>
        <source>The job ended there.</source>
        <translation>Der Auftrag endete dort.</translation>
    </message>
    <message>
        <source>Another host is being looked for.</source>
        <translation>Ein anderer Anbieter wird gesucht.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n under way</source>
        <translation>
            <numerusform>%n laufend</numerusform>
            <numerusform>%n laufend</numerusform>
        </translation>
    </message>
    <message>
        <source>No job yet</source>
        <translation>Noch kein Auftrag</translation>
    </message>
    <message>
        <source>Rent a host, and its work is shown here step by step: progress, what was paid, and every check.</source>
        <translation>Einen Anbieter mieten, und seine Arbeit erscheint hier Schritt für Schritt: Fortschritt, Zahlungen und jede Prüfung.</translation>
    </message>
    <message>
        <source>Browse hosts</source>
        <translation>Anbieter ansehen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::KeyCard</name>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>File for the backup</source>
        <translation>Datei für die Sicherung</translation>
    </message>
    <message>
        <source>Write the backup</source>
        <translation>Sicherung schreiben</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>File for the backup, best on another disk</source>
        <translation>Datei für die Sicherung, am besten auf einem anderen Datenträger</translation>
    </message>
    <message>
        <source>Name a file for the backup.</source>
        <translation>Eine Datei für die Sicherung angeben.</translation>
    </message>
    <message>
        <source>File of the backup</source>
        <translation>Datei der Sicherung</translation>
    </message>
    <message>
        <source>empty where it has none</source>
        <translation>leer, wenn sie keine hat</translation>
    </message>
    <message>
        <source>Restore the key</source>
        <translation>Schlüssel wiederherstellen</translation>
    </message>
    <message>
        <source>Its passphrase</source>
        <translation>Passphrase der Sicherung</translation>
    </message>
    <message>
        <source>It takes the place of the key that is here, which must have no history yet.</source>
        <translation>Er tritt an die Stelle des Schlüssels hier, der noch keine Geschichte haben darf.</translation>
    </message>
    <message>
        <source>Name the file of the backup.</source>
        <translation>Die Datei der Sicherung angeben.</translation>
    </message>
    <message>
        <source>Backed up</source>
        <translation>Gesichert</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>Keine Sicherung</translation>
    </message>
    <message>
        <source>Your credits hang on this key. There is a copy; keep it where only you can reach it.</source>
        <translation>Ihre Credits hängen an diesem Schlüssel. Es gibt eine Kopie; sie gehört dorthin, wo nur Sie herankommen.</translation>
    </message>
    <message>
        <source>Your credits hang on this key, and it is only on this computer. If it is lost, they are.</source>
        <translation>Ihre Credits hängen an diesem Schlüssel, und er ist nur auf diesem Rechner. Geht er verloren, sind sie es auch.</translation>
    </message>
    <message>
        <source>The copy opens with the same passphrase as the key that is here.</source>
        <translation>Die Kopie öffnet sich mit derselben Passphrase wie der Schlüssel hier.</translation>
    </message>
    <message>
        <source>The key has no passphrase: whoever gets the file gets the credits.</source>
        <translation>Der Schlüssel hat keine Passphrase: wer die Datei bekommt, bekommt die Credits.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::LearningCard</name>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>on the test data, computed here</source>
        <translation>auf den Testdaten, hier berechnet</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>Testverlust</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>The curve begins when the host hands over its first state.</source>
        <translation>Die Kurve beginnt, wenn der Anbieter seinen ersten Zustand übergibt.</translation>
    </message>
    <message>
        <source>No state was handed over: there is nothing to show.</source>
        <translation>Kein Zustand wurde übergeben: es gibt nichts zu zeigen.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::LedgerModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
</context>
<context>
    <name>unchained::ui::LedgerWords</name>
    <message>
        <source>Locked for a job</source>
        <translation>Für einen Auftrag gesperrt</translation>
    </message>
    <message>
        <source>Added to a job</source>
        <translation>Auftrag aufgestockt</translation>
    </message>
    <message>
        <source>Not won: came back from a job</source>
        <translation>Nicht gewonnen: zurück von einem Auftrag</translation>
    </message>
    <message>
        <source>Bond put up</source>
        <translation>Pfand hinterlegt</translation>
    </message>
    <message>
        <source>Bond came back</source>
        <translation>Pfand zurück</translation>
    </message>
    <message>
        <source>A ticket won</source>
        <translation>Ein Los gewonnen</translation>
    </message>
    <message>
        <source>Paid for a window without an answer</source>
        <translation>Bezahlt für ein Fenster ohne Antwort</translation>
    </message>
    <message>
        <source>Paid for the renter&apos;s fault</source>
        <translation>Bezahlt für Fehler des Mieters</translation>
    </message>
    <message>
        <source>Refund for a wrong result</source>
        <translation>Erstattung für falsches Ergebnis</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Credits issued by the marketplace</source>
        <translation>Vom Marktplatz ausgegebene Credits</translation>
    </message>
    <message>
        <source>Welcome credits</source>
        <translation>Willkommens-Credits</translation>
    </message>
    <message>
        <source>Paid to another</source>
        <translation>An andere bezahlt</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Put into a market of bets</source>
        <translation>In einen Wettmarkt eingelegt</translation>
    </message>
    <message>
        <source>Came back from a market of bets</source>
        <translation>Aus einem Wettmarkt zurückgekommen</translation>
    </message>
    <message>
        <source>Staked on a bet</source>
        <translation>Auf eine Wette gesetzt</translation>
    </message>
    <message>
        <source>Not taken: came back from a bet</source>
        <translation>Nicht genommen: aus einer Wette zurückgekommen</translation>
    </message>
    <message>
        <source>Paid out of a bet</source>
        <translation>Aus einer Wette ausgezahlt</translation>
    </message>
    <message>
        <source>Offered as odds</source>
        <translation>Als Quoten angeboten</translation>
    </message>
    <message>
        <source>Came back from odds</source>
        <translation>Aus Quoten zurückgekommen</translation>
    </message>
    <message>
        <source>Deposit of a case</source>
        <translation>Einsatz für einen Fall</translation>
    </message>
    <message>
        <source>Deposit of a case came back</source>
        <translation>Einsatz für einen Fall kam zurück</translation>
    </message>
    <message>
        <source>Deposit of a case that you answered</source>
        <translation>Einsatz aus einem Fall, auf den Sie geantwortet haben</translation>
    </message>
    <message>
        <source>Settled a case</source>
        <translation>Fall beigelegt</translation>
    </message>
    <message>
        <source>Ruling in a case</source>
        <translation>Entscheidung in einem Fall</translation>
    </message>
    <message>
        <source>Fee for a ruling</source>
        <translation>Gebühr für eine Entscheidung</translation>
    </message>
    <message>
        <source>Staked as a checker</source>
        <translation>Als Prüfer eingesetzt</translation>
    </message>
    <message>
        <source>Stake of a checker came back</source>
        <translation>Einsatz als Prüfer kam zurück</translation>
    </message>
    <message>
        <source>Fee for a check</source>
        <translation>Gebühr für eine Prüfung</translation>
    </message>
    <message>
        <source>The hub computed a step again</source>
        <translation>Der Hub hat einen Schritt noch einmal berechnet</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingFacts</name>
    <message>
        <source>%1, listed since %2</source>
        <translation>%1, gelistet seit %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rating(s)</source>
        <translation>
            <numerusform>%n Bewertung</numerusform>
            <numerusform>%n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No ratings yet</source>
        <translation>Noch keine Bewertungen</translation>
    </message>
    <message>
        <source>of memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>it can bet at most</source>
        <translation>höchster Einsatz</translation>
    </message>
    <message>
        <source>engine</source>
        <translation>Rechenwerk</translation>
    </message>
    <message>
        <source>build %1</source>
        <translation>Build %1</translation>
    </message>
    <message>
        <source>seen by the hub</source>
        <translation>vom Hub gesehen</translation>
    </message>
    <message>
        <source>its own word</source>
        <translation>nach eigener Angabe</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingForm</name>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>as renters see it, for example forge-1</source>
        <translation>wie Mieter sie sehen, zum Beispiel forge-1</translation>
    </message>
    <message>
        <source>a town or a country, if you like</source>
        <translation>eine Stadt oder ein Land, wenn gewünscht</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation>Credits/h</translation>
    </message>
    <message>
        <source>Most that is bet at once</source>
        <translation>Höchster Einsatz auf einmal</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Bet as much as a renter asks for, up to the whole balance</source>
        <translation>So viel setzen, wie ein Mieter verlangt, bis zum ganzen Guthaben</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Marketplace</source>
        <translation>Marktplatz</translation>
    </message>
    <message>
        <source>Price for an hour of its measured speed</source>
        <translation>Preis für eine Stunde der gemessenen Geschwindigkeit</translation>
    </message>
    <message>
        <source>Bond up to the whole balance</source>
        <translation>Pfand bis zum ganzen Guthaben</translation>
    </message>
    <message>
        <source>A host bets credits that every step is right. The more it can bet, the fewer checks a renter wants.</source>
        <translation>Ein Anbieter setzt Credits darauf, dass jeder Schritt richtig ist. Je mehr er setzen kann, desto weniger Prüfungen will ein Mieter.</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Strom</translation>
    </message>
    <message>
        <source>Drawn while it works</source>
        <translation>Verbrauch im Betrieb</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>Watt</translation>
    </message>
    <message>
        <source>Price of a kilowatt hour</source>
        <translation>Preis einer Kilowattstunde</translation>
    </message>
    <message>
        <source>Only for what is shown here; nobody else sees it.</source>
        <translation>Nur für die Anzeige hier; sonst sieht es niemand.</translation>
    </message>
    <message>
        <source>What it would earn</source>
        <translation>Möglicher Verdienst</translation>
    </message>
    <message>
        <source>Rented all day</source>
        <translation>Ganztags vermietet</translation>
    </message>
    <message>
        <source>After electricity</source>
        <translation>Nach Stromkosten</translation>
    </message>
    <message>
        <source>Mining all day</source>
        <translation>Den ganzen Tag Mining</translation>
    </message>
    <message>
        <source>On average: each step is a ticket, and only winning tickets are paid. A day can bring more or less.</source>
        <translation>Im Schnitt: Jeder Schritt ist ein Los, und nur Gewinnlose werden bezahlt. Ein Tag kann mehr oder weniger bringen.</translation>
    </message>
    <message>
        <source>First it is measured for some seconds; then renters see it.</source>
        <translation>Erst wird sie einige Sekunden gemessen; dann sehen Mieter sie.</translation>
    </message>
    <message>
        <source>A number of watts, as 320</source>
        <translation>Eine Zahl in Watt, etwa 320</translation>
    </message>
    <message>
        <source>Credits for a kilowatt hour, as 10.00</source>
        <translation>Credits für eine Kilowattstunde, etwa 10,00</translation>
    </message>
    <message>
        <source>Ask %1 an hour</source>
        <translation>%1 je Stunde verlangen</translation>
    </message>
    <message>
        <source>List this machine for %1 an hour</source>
        <translation>Diese Maschine für %1 je Stunde anbieten</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>Add a marketplace first: hosts are found there.</source>
        <translation>Erst einen Marktplatz hinzufügen: Dort sind die Anbieter.</translation>
    </message>
    <message>
        <source>Give it a name that renters see.</source>
        <translation>Einen Namen geben, den Mieter sehen.</translation>
    </message>
    <message>
        <source>Credits for an hour, above 0, as 1.40</source>
        <translation>Credits je Stunde, über 0, etwa 1,40</translation>
    </message>
    <message>
        <source>The price is a number of credits above 0 with at most six decimals, as 1.40.</source>
        <translation>Der Preis ist eine Zahl von Credits über 0 mit höchstens sechs Nachkommastellen, etwa 1,40.</translation>
    </message>
    <message>
        <source>Credits above 0, as 120.00</source>
        <translation>Credits über 0, etwa 120,00</translation>
    </message>
    <message>
        <source>The bond is a number of credits above 0, as 120.00.</source>
        <translation>Das Pfand ist eine Zahl von Credits über 0, etwa 120,00.</translation>
    </message>
    <message>
        <source>A new price or bond holds for the next rental. For the rest, stop listing first.</source>
        <translation>Ein neuer Preis oder ein neues Pfand gilt für die nächste Miete. Für alles andere erst das Angebot beenden.</translation>
    </message>
    <message>
        <source>Change price and bond</source>
        <translation>Preis und Pfand ändern</translation>
    </message>
    <message>
        <source>Change the bond</source>
        <translation>Pfand ändern</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingPage</name>
    <message>
        <source>Rent</source>
        <translation>Mieten</translation>
    </message>
    <message>
        <source>credits an hour</source>
        <translation>Credits je Stunde</translation>
    </message>
    <message>
        <source>See the price</source>
        <translation>Preis ansehen</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>More about this host</source>
        <translation>Mehr zu diesem Anbieter</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Block this host</source>
        <translation>Anbieter blockieren</translation>
    </message>
    <message>
        <source>Unblock this host</source>
        <translation>Anbieter freigeben</translation>
    </message>
    <message>
        <source>Copy its peer id</source>
        <translation>Peer-ID kopieren</translation>
    </message>
    <message>
        <source>Back to the host</source>
        <translation>Zurück zum Anbieter</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Saved: take %1 from your favourites</source>
        <translation>Gemerkt: %1 aus den Favoriten nehmen</translation>
    </message>
    <message>
        <source>Save %1 to your favourites</source>
        <translation>%1 als Favorit merken</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ListingWords</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>exact %1</source>
        <comment>TFLOPS</comment>
        <translation>exakt %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>1 in %1</source>
        <translation>1 von %1</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <comment>a month, as QLocale writes it</comment>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n week(s) ago</source>
        <translation>
            <numerusform>vor %n Woche</numerusform>
            <numerusform>vor %n Wochen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>You have blocked this host; unblock it to rent.</source>
        <translation>Dieser Anbieter ist blockiert; zum Mieten erst freigeben.</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>It is not connected to its marketplace, so it cannot be rented now.</source>
        <translation>Er ist nicht mit seinem Marktplatz verbunden und daher jetzt nicht zu mieten.</translation>
    </message>
    <message>
        <source>Taken now</source>
        <translation>Jetzt belegt</translation>
    </message>
    <message>
        <source>Somebody else rents it until their job ends.</source>
        <translation>Jemand anderes mietet ihn, bis der Auftrag endet.</translation>
    </message>
    <message>
        <source>Free now</source>
        <translation>Jetzt frei</translation>
    </message>
    <message>
        <source>no case was opened against it</source>
        <translation>kein Fall wurde gegen ihn eröffnet</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) wrong</source>
        <translation>
            <numerusform>%n-mal falsch</numerusform>
            <numerusform>%n-mal falsch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) silent</source>
        <translation>
            <numerusform>%n-mal verstummt</numerusform>
            <numerusform>%n-mal verstummt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ruled against it</source>
        <translation>
            <numerusform>%n gegen ihn entschieden</numerusform>
            <numerusform>%n gegen ihn entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s)</source>
        <translation>
            <numerusform>%n Fehlalarm</numerusform>
            <numerusform>%n Fehlalarme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled</source>
        <translation>
            <numerusform>%n beigelegt</numerusform>
            <numerusform>%n beigelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dismissed</source>
        <translation>
            <numerusform>%n abgewiesen</numerusform>
            <numerusform>%n abgewiesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::LockedPage</name>
    <message>
        <source>Passphrase of your key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>The data directory is closed</source>
        <translation>Das Datenverzeichnis ist geschlossen</translation>
    </message>
    <message>
        <source>Your key wants its passphrase</source>
        <translation>Der Schlüssel braucht seine Passphrase</translation>
    </message>
    <message>
        <source>The data directory cannot be opened</source>
        <translation>Das Datenverzeichnis lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>The data directory fails</source>
        <translation>Das Datenverzeichnis versagt</translation>
    </message>
    <message>
        <source>Since %1.</source>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>Nothing more is locked or paid from here.</source>
        <translation>Von hier wird nichts mehr gesperrt oder gezahlt.</translation>
    </message>
    <message>
        <source>The job goes on from its last step when this is mended; host and marketplace keep what was signed.</source>
        <translation>Der Auftrag geht von seinem letzten Schritt weiter, sobald das behoben ist; Anbieter und Marktplatz behalten, was unterschrieben wurde.</translation>
    </message>
    <message>
        <source>Next try by itself in %1.</source>
        <translation>Nächster Versuch von selbst in %1.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::MainWindow</name>
    <message>
        <source>Unchained: demo</source>
        <translation>Unchained: Demo</translation>
    </message>
    <message>
        <source>Unchained</source>
        <translation>Unchained</translation>
    </message>
    <message>
        <source>This is the demo: a hub and three hosts run on this computer, with play credits. It is taken down when you leave.</source>
        <translation>Dies ist die Demo: Ein Hub und drei Anbieter laufen auf diesem Computer, mit Spiel-Credits. Beim Verlassen wird sie abgebaut.</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Your credits hang on a key that is on this computer only. Back it up before the first money moves.</source>
        <translation>Die Credits hängen an einem Schlüssel, der nur auf diesem Computer liegt. Vor der ersten Zahlung sichern.</translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Ohne fortfahren</translation>
    </message>
    <message>
        <source>The history is in %1</source>
        <translation>Der Verlauf liegt in %1</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place</source>
        <translation>%1 lässt sich nicht schreiben: %2. Einen anderen Ort wählen</translation>
    </message>
    <message>
        <source>A job is under way. It can go on in the background while the window is closed; the next start takes it over. Or it stands still until then, and the host may leave after a while.</source>
        <translation>Ein Auftrag läuft. Er kann bei geschlossenem Fenster im Hintergrund weiterlaufen; der nächste Start übernimmt ihn. Oder er steht bis dahin still, und der Anbieter geht nach einer Weile vielleicht.</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>Let it stand still</source>
        <translation>Stillstehen lassen</translation>
    </message>
    <message>
        <source>Choose a job file</source>
        <translation>Auftragsdatei wählen</translation>
    </message>
    <message>
        <source>Job files (*.toml)</source>
        <translation>Auftragsdateien (*.toml)</translation>
    </message>
    <message>
        <source>Somebody computes on this machine. While the window is closed that stands still, and the renter may go to another host after a while.</source>
        <translation>Jemand rechnet auf diesem Rechner. Bei geschlossenem Fenster steht das still, und der Mieter geht nach einer Weile vielleicht zu einem anderen Anbieter.</translation>
    </message>
    <message>
        <source>Stay open</source>
        <translation>Offen bleiben</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>The job cannot go on in the background: %1</source>
        <translation>Der Auftrag kann nicht im Hintergrund weiterlaufen: %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketLink</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketRow</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>%1 erneut versuchen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from the list? Nothing of yours is there.</source>
        <translation>%1 aus der Liste entfernen? Dort liegt nichts von Ihnen.</translation>
    </message>
    <message>
        <source>Remove %1 from the list? Your %2 credits there stay yours and are seen again when it is added again.</source>
        <translation>%1 aus der Liste entfernen? Ihre %2 Credits dort bleiben Ihre und sind nach erneutem Hinzufügen wieder zu sehen.</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Waiting for its first answer</source>
        <translation>Wartet auf die erste Antwort</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connected since %1</source>
        <translation>Verbunden seit %1</translation>
    </message>
    <message>
        <source>Answers in %1 ms, connected since %2</source>
        <translation>Antwortet in %1 ms, verbunden seit %2</translation>
    </message>
    <message>
        <source>Not reachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No answer since %1.</source>
        <translation>Keine Antwort seit %1.</translation>
    </message>
    <message>
        <source>Next try by itself in %1.</source>
        <translation>Nächster Versuch von selbst in %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>%n Anbieter</numerusform>
            <numerusform>%n Anbieter</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>%1 locked</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>Jobs on hosts that are reached directly go on; others wait for it, and no deadline runs meanwhile.</source>
        <translation>Aufträge bei Anbietern, die direkt erreicht werden, laufen weiter; andere warten auf ihn, und keine Frist läuft solange.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::MarketplacesPage</name>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Used by this program</source>
        <translation>Von diesem Programm genutzt</translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation>Per Adresse hinzufügen</translation>
    </message>
    <message>
        <source>host:port#fingerprint</source>
        <translation>host:port#fingerprint</translation>
    </message>
    <message>
        <source>Add the marketplace</source>
        <translation>Marktplatz hinzufügen</translation>
    </message>
    <message>
        <source>Whoever runs a marketplace gives out its address. The part after # is its fingerprint: no other can answer in its place.</source>
        <translation>Wer einen Marktplatz betreibt, gibt seine Adresse heraus. Der Teil nach # ist sein Fingerabdruck: Kein anderer kann an seiner Stelle antworten.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Type or paste an address first.</source>
        <translation>Erst eine Adresse eingeben oder einfügen.</translation>
    </message>
    <message>
        <source>The fingerprint is missing: after host and port come # and 64 digits.</source>
        <translation>Der Fingerabdruck fehlt: Nach Rechnername und Port kommen # und 64 Ziffern.</translation>
    </message>
    <message>
        <source>This is no address: %1</source>
        <translation>Das ist keine Adresse: %1</translation>
    </message>
    <message>
        <source>It is in the list already.</source>
        <translation>Er steht schon in der Liste.</translation>
    </message>
    <message>
        <source>Run one here</source>
        <translation>Hier einen betreiben</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Run a marketplace</source>
        <translation>Marktplatz betreiben</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Runs on this machine</source>
        <translation>Läuft auf dieser Maschine</translation>
    </message>
    <message>
        <source>Its address, for others to add</source>
        <translation>Seine Adresse, zum Hinzufügen für andere</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>No marketplace yet</source>
        <translation>Noch kein Marktplatz</translation>
    </message>
    <message>
        <source>Hosts are found on marketplaces. Add one by its address, or run one on this machine.</source>
        <translation>Anbieter sind auf Marktplätzen zu finden. Einen per Adresse hinzufügen oder auf dieser Maschine einen betreiben.</translation>
    </message>
    <message>
        <source>Add one</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Who reaches it</source>
        <translation>Wer ihn erreicht</translation>
    </message>
    <message>
        <source>Only this machine</source>
        <translation>Nur dieser Rechner</translation>
    </message>
    <message>
        <source>Others, too</source>
        <translation>Auch andere</translation>
    </message>
    <message>
        <source>A marketplace of your own on this machine. It keeps the books, so it must stay on while jobs run.</source>
        <translation>Ein eigener Marktplatz auf diesem Rechner. Er führt die Bücher, muss also an bleiben, solange Aufträge laufen.</translation>
    </message>
    <message>
        <source>For your lab or your friends: whoever reaches this machine and has the address can join, rent and host.</source>
        <translation>Für das eigene Labor oder Freunde: Wer diesen Rechner erreicht und die Adresse hat, kann mitmachen, mieten und anbieten.</translation>
    </message>
    <message>
        <source>To try things out: programs on this machine reach it, and nobody else.</source>
        <translation>Zum Ausprobieren: Programme auf diesem Rechner erreichen ihn, sonst niemand.</translation>
    </message>
    <message>
        <source>Its address, on this machine</source>
        <translation>Seine Adresse, auf diesem Rechner</translation>
    </message>
    <message>
        <source>It must not be closed off by the firewall of this machine or its network.</source>
        <translation>Die Firewall dieses Rechners oder seines Netzes darf ihn nicht abschließen.</translation>
    </message>
    <message>
        <source>Others cannot reach it. Stop it, and run it for others, too.</source>
        <translation>Andere erreichen ihn nicht. Dafür anhalten und auch für andere betreiben.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::MessagesCard</name>
    <message>
        <source>This message cannot be opened here.</source>
        <translation>Diese Nachricht lässt sich hier nicht öffnen.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>only the two of you can read them</source>
        <translation>nur Sie beide können sie lesen</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Write to %1</source>
        <translation>An %1 schreiben</translation>
    </message>
    <message>
        <source>Nothing was written yet. What you write waits at the marketplace until %1 is back.</source>
        <translation>Noch wurde nichts geschrieben. Was Sie schreiben, wartet beim Marktplatz, bis %1 zurück ist.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::NarrowingCard</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Rounds of the narrowing</source>
        <translation>Runden der Eingrenzung</translation>
    </message>
    <message>
        <source>round %1: steps %2</source>
        <translation>Runde %1: Schritte %2</translation>
    </message>
    <message>
        <source>The two say different roots of the state after these steps</source>
        <translation>Für den Zustand nach diesen Schritten nennen die beiden verschiedene Wurzeln</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 steps narrowed to one in %n round(s)</source>
        <translation>
            <numerusform>%1 Schritte in %n Runde auf einen eingegrenzt</numerusform>
            <numerusform>%1 Schritte in %n Runden auf einen eingegrenzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 steps, round %n</source>
        <translation>
            <numerusform>%1 Schritte, Runde %n</numerusform>
            <numerusform>%1 Schritte, Runde %n</numerusform>
        </translation>
    </message>
    <message>
        <source>the step was named, of %1</source>
        <translation>der Schritt wurde genannt, von %1</translation>
    </message>
    <message>
        <source>Finding the first wrong step</source>
        <translation>Den ersten falschen Schritt finden</translation>
    </message>
    <message>
        <source>Both are asked for the state in the middle of what is left.</source>
        <translation>Beide werden nach dem Zustand in der Mitte des Rests gefragt.</translation>
    </message>
    <message>
        <source>The host is asked for the state in the middle of what is left.</source>
        <translation>Der Anbieter wird nach dem Zustand in der Mitte des Rests gefragt.</translation>
    </message>
    <message>
        <source>Whoever opened the case is asked for the state in the middle of what is left.</source>
        <translation>Wer den Fall eröffnet hat, wird nach dem Zustand in der Mitte des Rests gefragt.</translation>
    </message>
    <message>
        <source>Both agree on the state before step %1 and not on the one after it: the hub runs it again.</source>
        <translation>Über den Zustand vor Schritt %1 sind beide einig, über den danach nicht: der Hub rechnet ihn nach.</translation>
    </message>
    <message>
        <source>Step %1 was run again by the hub, engine %2: the host&apos;s root.</source>
        <translation>Schritt %1 hat der Hub nachgerechnet, Rechenwerk %2: die Wurzel des Anbieters.</translation>
    </message>
    <message>
        <source>Step %1 was run again by the hub, engine %2: another root.</source>
        <translation>Schritt %1 hat der Hub nachgerechnet, Rechenwerk %2: eine andere Wurzel.</translation>
    </message>
    <message>
        <source>The state differs in %1 of %2 values, first in %3.</source>
        <translation>Der Zustand weicht in %1 von %2 Werten ab, zuerst in %3.</translation>
    </message>
    <message>
        <source>the two still disagree here</source>
        <translation>hier sind die beiden noch uneins</translation>
    </message>
    <message>
        <source>Rounds of the narrowing, as a table</source>
        <translation>Runden der Eingrenzung, als Tabelle</translation>
    </message>
    <message>
        <source>Show as bars (T)</source>
        <translation>Als Balken zeigen (T)</translation>
    </message>
    <message>
        <source>Show as a table (T)</source>
        <translation>Als Tabelle zeigen (T)</translation>
    </message>
    <message>
        <source>Rounds of the narrowing: %1</source>
        <translation>Runden der Eingrenzung: %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::OneMoreCheck</name>
    <message>
        <source>Chance of a fake</source>
        <translation>Chance einer Fälschung</translation>
    </message>
    <message>
        <source>It would save</source>
        <translation>Sie würde retten</translation>
    </message>
    <message>
        <source>It would cost</source>
        <translation>Sie würde kosten</translation>
    </message>
    <message>
        <source>Check one more step</source>
        <translation>Noch einen Schritt prüfen</translation>
    </message>
    <message>
        <source>Choose the step</source>
        <translation>Schritt wählen</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Bet on it</source>
        <translation>Darauf wetten</translation>
    </message>
    <message>
        <source>Dispute the result</source>
        <translation>Ergebnis bestreiten</translation>
    </message>
    <message>
        <source>Step to compute again here</source>
        <translation>Schritt, der hier neu berechnet wird</translation>
    </message>
    <message>
        <source>What the checks that the draw chose have taught of this host; where a market says more, its price</source>
        <translation>Was die Prüfungen, die die Ziehung bestimmte, über diesen Anbieter lehren; wo ein Markt mehr sagt, sein Preis</translation>
    </message>
    <message>
        <source>The chance of a fake times what is at stake: what a wrong result is worth, and what was paid so far</source>
        <translation>Die Chance einer Fälschung mal dem, was auf dem Spiel steht: was ein falsches Ergebnis wert ist, und was bisher bezahlt wurde</translation>
    </message>
    <message>
        <source>The step once more, and the way of the state before it</source>
        <translation>Der Schritt noch einmal, und der Weg des Zustands davor</translation>
    </message>
    <message>
        <source>A step that is drawn here is computed again on this machine, and its root compared</source>
        <translation>Ein hier gezogener Schritt wird auf dieser Maschine nachgerechnet und seine Wurzel verglichen</translation>
    </message>
    <message>
        <source>Stakes on wrong make the marketplace check a step, whoever was drawn</source>
        <translation>Einsätze auf falsch lassen den Marktplatz einen Schritt prüfen, was auch gezogen wurde</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Dispute step %1</source>
        <translation>Schritt %1 bestreiten</translation>
    </message>
    <message>
        <source>One more check now?</source>
        <translation>Jetzt noch eine Prüfung?</translation>
    </message>
    <message>
        <source>What the checks say</source>
        <translation>Was die Prüfungen sagen</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>A step from %1 to %2, one that is done</source>
        <translation>Ein Schritt von %1 bis %2, der fertig ist</translation>
    </message>
    <message>
        <source>Computing step %1 here</source>
        <translation>Schritt %1 wird hier berechnet</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
</context>
<context>
    <name>unchained::ui::OpenCaseCard</name>
    <message>
        <source>Asked</source>
        <translation>Gefordert</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>%1 on %2, contract %3</source>
        <translation>%1 auf %2, Vertrag %3</translation>
    </message>
    <message>
        <source>An amount above 0 with at most six decimals, as 12.50.</source>
        <translation>Ein Betrag über 0 mit höchstens sechs Nachkommastellen, wie 12,50.</translation>
    </message>
    <message>
        <source>Say what happened: the arbiter knows nothing else.</source>
        <translation>Sagen Sie, was geschah: der Schiedsrichter weiß sonst nichts.</translation>
    </message>
    <message>
        <source>For what no machine can judge. The two of you may settle it; after that the arbiter of the contract rules, and without one nothing moves. The deposit is the price of two steps. A wrong result is not complained of: it is disputed, on the page of its job.</source>
        <translation>Für das, was keine Maschine beurteilen kann. Sie beide können es beilegen; danach entscheidet der Schiedsrichter des Vertrags, und ohne einen bewegt sich nichts. Der Einsatz ist der Preis von zwei Schritten. Über ein falsches Ergebnis beschwert man sich nicht: man bestreitet es, auf der Seite seines Auftrags.</translation>
    </message>
    <message>
        <source>Balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>Open a complaint</source>
        <translation>Beschwerde einlegen</translation>
    </message>
    <message>
        <source>Let to %1, contract %2</source>
        <translation>Vermietet an %1, Vertrag %2</translation>
    </message>
    <message>
        <source>Sign, deposit %1 and open the case</source>
        <translation>Unterschreiben, %1 hinterlegen und den Fall eröffnen</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>%1 credits are there: too few for the deposit</source>
        <translation>%1 Credits sind da: zu wenig für die Hinterlegung</translation>
    </message>
    <message>
        <source>At most %1 credits: a renter answers with the price of a window.</source>
        <translation>Höchstens %1 Credits: Ein Mieter haftet mit dem Preis eines Fensters.</translation>
    </message>
    <message>
        <source>At most %1 credits: the bond is what answers.</source>
        <translation>Höchstens %1 Credits: Es haftet das Pfand.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::OutcomeCard</name>
    <message>
        <source>Open the result folder</source>
        <translation>Ergebnisordner öffnen</translation>
    </message>
    <message>
        <source>Verify the result here</source>
        <translation>Ergebnis hier prüfen</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Tickets won</source>
        <translation>Gewonnene Lose</translation>
    </message>
    <message>
        <source>Claimed</source>
        <translation>Beansprucht</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Verifying: every signature, draw and payment, and some steps anew</source>
        <translation>Wird geprüft: jede Signatur, Ziehung und Zahlung, und einige Schritte neu</translation>
    </message>
    <message>
        <source>Open the result</source>
        <translation>Ergebnis öffnen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PayCard</name>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>64 digits, 0 to 9 and a to f</source>
        <translation>64 Ziffern, 0 bis 9 und a bis f</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Review the payment</source>
        <translation>Zahlung prüfen</translation>
    </message>
    <message>
        <source>Peer id of the one who receives</source>
        <translation>Peer-ID des Empfängers</translation>
    </message>
    <message>
        <source>Moves now</source>
        <translation>Jetzt bewegt</translation>
    </message>
    <message>
        <source>Your balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>A payment is final: only the one who receives it can send it back.</source>
        <translation>Eine Zahlung ist endgültig: Nur der Empfänger kann sie zurücksenden.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Add a marketplace first</source>
        <translation>Erst einen Marktplatz hinzufügen</translation>
    </message>
    <message>
        <source>Add a marketplace first.</source>
        <translation>Erst einen Marktplatz hinzufügen.</translation>
    </message>
    <message>
        <source>A peer id has 64 digits, 0 to 9 and a to f; this has %1 characters.</source>
        <translation>Eine Peer-ID hat 64 Ziffern, 0 bis 9 und a bis f; diese hat %1 Zeichen.</translation>
    </message>
    <message>
        <source>This is your own peer id.</source>
        <translation>Das ist die eigene Peer-ID.</translation>
    </message>
    <message>
        <source>An amount above 0 with at most six decimals, as 12.50.</source>
        <translation>Ein Betrag über 0 mit höchstens sechs Nachkommastellen, etwa 12,50.</translation>
    </message>
    <message>
        <source>More than you have there: %1 credits.</source>
        <translation>Mehr, als dort vorhanden ist: %1 Credits.</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>Pay %1 credits</source>
        <translation>%1 Credits bezahlen</translation>
    </message>
    <message>
        <source>Paying</source>
        <translation>Wird bezahlt</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PictureCard</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>put together from its tiles</source>
        <translation>aus den Kacheln zusammengesetzt</translation>
    </message>
    <message>
        <source>The picture that was computed</source>
        <translation>Das berechnete Bild</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PlanView</name>
    <message>
        <source>%1, all that win</source>
        <translation>%1, alle Gewinne</translation>
    </message>
    <message>
        <source>%1, %2 that win</source>
        <translation>%1, Gewinne %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>Erwartete Kosten</translation>
    </message>
    <message>
        <source>Never more than</source>
        <translation>Nie mehr als</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Lose</translation>
    </message>
    <message>
        <source>Steps checked</source>
        <translation>Geprüfte Schritte</translation>
    </message>
    <message>
        <source>Sabotage deterred</source>
        <translation>Sabotageschutz</translation>
    </message>
    <message>
        <source>What a false step could be worth to the host at most, so that faking it still loses</source>
        <translation>Was ein falscher Schritt dem Anbieter höchstens wert sein darf, damit Fälschen noch verliert</translation>
    </message>
    <message>
        <source>Chance to catch</source>
        <translation>Chance auf Entdeckung</translation>
    </message>
    <message>
        <source>%1 faked</source>
        <translation>%1 gefälscht</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>The host bets %1 credits to your %2 that each step is right.</source>
        <translation>Der Anbieter setzt %1 Credits gegen Ihre %2, dass jeder Schritt stimmt.</translation>
    </message>
    <message>
        <source>To fake a step brings it %1 credits where the step is drawn, %2 over all.</source>
        <translation>Fälschen bringt ihm %1 Credits je gezogenem Schritt, %2 insgesamt.</translation>
    </message>
    <message>
        <source>Cheating would pay here. %1</source>
        <translation>Betrug würde sich hier lohnen. %1</translation>
    </message>
    <message>
        <source>%1, about %2 win %3 each</source>
        <comment>tickets of a job, and what one that wins pays</comment>
        <translation>%1, etwa %2 Gewinne zu %3</translation>
    </message>
    <message>
        <source>1 step</source>
        <translation>1 Schritt</translation>
    </message>
    <message>
        <source>Chance that a check finds it: one step that the host chose, or this share of all steps</source>
        <translation>Chance, dass eine Prüfung es findet: ein Schritt nach Wahl des Anbieters, oder dieser Anteil aller Schritte</translation>
    </message>
    <message>
        <source>Each step has a ticket; one in %1 wins, and each win pays %2 credits.</source>
        <translation>Jeder Schritt hat ein Los; eines von %1 gewinnt, und jeder Gewinn zahlt %2 Credits.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceBox</name>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>No job file yet</source>
        <translation>Noch keine Auftragsdatei</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Spend at most</source>
        <translation>Höchstens ausgeben</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>Bond against checks</source>
        <translation>Pfand gegen Prüfungen</translation>
    </message>
    <message>
        <source>More bond</source>
        <translation>Pfand</translation>
    </message>
    <message>
        <source>more checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Review and rent</source>
        <translation>Prüfen und mieten</translation>
    </message>
    <message>
        <source>credits an hour</source>
        <translation>Credits je Stunde</translation>
    </message>
    <message>
        <source>%1 credits per verified TFLOP-hour</source>
        <translation>%1 Credits je geprüfter TFLOP-Stunde</translation>
    </message>
    <message>
        <source>Nothing moves until you confirm.</source>
        <translation>Nichts bewegt sich vor der Bestätigung.</translation>
    </message>
    <message>
        <source>Credits above 0 with at most six decimals, as 74.40</source>
        <translation>Credits über 0 mit höchstens sechs Nachkommastellen, etwa 74,40</translation>
    </message>
    <message>
        <source>This job locks %1 credits here, more than that.</source>
        <translation>Dieser Auftrag sperrt hier %1 Credits, mehr als das.</translation>
    </message>
    <message>
        <source>Choose a job file to see what it takes and costs here.</source>
        <translation>Eine Auftragsdatei wählen, um Dauer und Kosten hier zu sehen.</translation>
    </message>
    <message>
        <source>Working out what it takes and costs here…</source>
        <translation>Dauer und Kosten hier werden berechnet…</translation>
    </message>
    <message>
        <source>Bond of %1 credits, steps checked: %2</source>
        <translation>Pfand von %1 Credits, geprüfte Schritte: %2</translation>
    </message>
    <message>
        <source>How</source>
        <translation>So</translation>
    </message>
    <message>
        <source>How the price per TFLOP-hour is computed</source>
        <translation>So wird der Preis je TFLOP-Stunde berechnet</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>A TFLOP is 10¹² operations, a multiply-add being two; work counts only where its bits are right, so hosts of any device compare.</source>
        <translation>Ein TFLOP sind 10¹² Operationen, eine Multiplikation mit Addition zählt als zwei; Arbeit zählt nur, wo ihre Bits stimmen, so lassen sich Anbieter jedes Geräts vergleichen.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceComparison</name>
    <message>
        <source>Cloud on demand</source>
        <translation>Cloud auf Abruf</translation>
    </message>
    <message>
        <source>Median host here</source>
        <translation>Median hier</translation>
    </message>
    <message>
        <source>This host</source>
        <translation>Dieser Anbieter</translation>
    </message>
    <message>
        <source>Host if mining</source>
        <translation>Mit Mining</translation>
    </message>
    <message>
        <source>One hour of this machine</source>
        <translation>Eine Stunde dieser Maschine</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>The same work at the median price of all hosts on this marketplace</source>
        <translation>Dieselbe Arbeit zum mittleren Preis aller Anbieter auf diesem Marktplatz</translation>
    </message>
    <message>
        <source>Cloud: %1</source>
        <translation>Cloud: %1</translation>
    </message>
    <message>
        <source>Mining, before electricity: %1</source>
        <translation>Mining, vor Stromkosten: %1</translation>
    </message>
    <message>
        <source>Figures of %1, 1 credit as %2 US dollars</source>
        <translation>Zahlen vom %1, 1 Credit als %2 US-Dollar</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PricePopup</name>
    <message>
        <source>Price of an hour</source>
        <translation>Preis einer Stunde</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>credits/h</source>
        <translation>Credits/h</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>What hosts ask here</source>
        <translation>Was Anbieter hier verlangen</translation>
    </message>
    <message>
        <source>cheapest quarter, up to %1</source>
        <translation>günstigstes Viertel, bis %1</translation>
    </message>
    <message>
        <source>cheaper half, up to %1</source>
        <translation>günstigere Hälfte, bis %1</translation>
    </message>
    <message>
        <source>three quarters, up to %1</source>
        <translation>drei Viertel, bis %1</translation>
    </message>
    <message>
        <source>A price is a number with at most six decimals, like 12.50</source>
        <translation>Ein Preis ist eine Zahl mit höchstens sechs Nachkommastellen, etwa 12,50</translation>
    </message>
</context>
<context>
    <name>unchained::ui::PriceWords</name>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>make it a readable file of at most 1 MiB</source>
        <translation>eine lesbare Datei von höchstens 1 MiB daraus machen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::QrCode</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Rail</name>
    <message>
        <source>Browse</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Anbieten</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Geldbeutel</translation>
    </message>
    <message>
        <source>Connected to</source>
        <translation>Verbunden mit</translation>
    </message>
    <message>
        <source>Add by address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>calling</source>
        <translation>ruft an</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>no marketplace yet</source>
        <translation>noch kein Marktplatz</translation>
    </message>
    <message>
        <source>Bets</source>
        <translation>Wetten</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReceiveCard</name>
    <message>
        <source>Copy the peer id</source>
        <translation>Peer-ID kopieren</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Your peer id</source>
        <translation>Eigene Peer-ID</translation>
    </message>
    <message>
        <source>Who knows your peer id can pay you, and nothing else.</source>
        <translation>Wer die Peer-ID kennt, kann an Sie zahlen, sonst nichts.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>unchained::ui::RentSheet</name>
    <message>
        <source>Locked now</source>
        <translation>Jetzt gesperrt</translation>
    </message>
    <message>
        <source>Expected cost</source>
        <translation>Erwartete Kosten</translation>
    </message>
    <message>
        <source>Never more than</source>
        <translation>Nie mehr als</translation>
    </message>
    <message>
        <source>Host’s bond</source>
        <translation>Pfand des Anbieters</translation>
    </message>
    <message>
        <source>Your balance after</source>
        <translation>Guthaben danach</translation>
    </message>
    <message>
        <source>To fetch while it runs</source>
        <translation>Zu holen, während er läuft</translation>
    </message>
    <message>
        <source>Before money moves</source>
        <translation>Bevor Geld fließt</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The terms have changed since. Go back to see them anew.</source>
        <translation>Die Bedingungen haben sich seitdem geändert. Zurückgehen, um sie neu zu sehen.</translation>
    </message>
    <message>
        <source>Your balance there is not known yet: the marketplace does not answer. This page goes on when it does.</source>
        <translation>Das Guthaben dort ist noch nicht bekannt: Der Marktplatz antwortet nicht. Diese Seite geht weiter, sobald er es tut.</translation>
    </message>
    <message>
        <source>%1 credits are missing: you have %2 on this marketplace. Be paid there first, by hosting or by another member, or choose a cheaper host or a shorter job.</source>
        <translation>%1 Credits fehlen: Auf diesem Marktplatz sind %2 vorhanden. Dort erst Credits erhalten, durch Anbieten oder von einem anderen Mitglied, oder einen günstigeren Anbieter oder kürzeren Auftrag wählen.</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>Rent %1 for %2?</source>
        <translation>%1 für %2 mieten?</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Each of %1 steps has a ticket. About %2 win, and each win pays the host %3. The host has put up %4 credits that every step is right. What is not won comes back when the job ends or you cancel.</source>
        <translation>Jeder von %1 Schritten hat ein Los. Etwa %2 gewinnen, und jeder Gewinn zahlt dem Anbieter %3. Der Anbieter hat %4 Credits hinterlegt, dass jeder Schritt richtig ist. Was nicht gewonnen wird, kommt zurück, wenn der Auftrag endet oder abgebrochen wird.</translation>
    </message>
    <message>
        <source>Asking the host…</source>
        <translation>Der Anbieter wird gefragt…</translation>
    </message>
    <message>
        <source>Lock %1 credits and start</source>
        <translation>%1 Credits sperren und starten</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Rental</name>
    <message>
        <source>The marketplace does not answer: %1</source>
        <translation>Der Marktplatz antwortet nicht: %1</translation>
    </message>
    <message>
        <source>no step lost</source>
        <translation>kein Schritt verloren</translation>
    </message>
    <message>
        <source>Paused here</source>
        <translation>Hier angehalten</translation>
    </message>
    <message>
        <source>Resumed</source>
        <translation>Fortgesetzt</translation>
    </message>
    <message>
        <source>Cancelled here: what is not won comes back</source>
        <translation>Hier abgebrochen: Was nicht gewonnen ist, kommt zurück</translation>
    </message>
    <message>
        <source>The result is in %1</source>
        <translation>Das Ergebnis liegt in %1</translation>
    </message>
    <message>
        <source>The job has ended</source>
        <translation>Der Auftrag ist beendet</translation>
    </message>
</context>
<context>
    <name>unchained::ui::RentersView</name>
    <message>
        <source>%1 of 5</source>
        <translation>%1 von 5</translation>
    </message>
    <message>
        <source>You replied: %1</source>
        <translation>Ihre Antwort: %1</translation>
    </message>
    <message>
        <source>For you to say</source>
        <translation>Sie sind gefragt</translation>
    </message>
    <message>
        <source>Reviews by renters</source>
        <translation>Bewertungen von Mietern</translation>
    </message>
    <message>
        <source>No review yet</source>
        <translation>Noch keine Bewertung</translation>
    </message>
    <message>
        <source>After a paid rental renter and host review each other. Neither reads what the other wrote before both have.</source>
        <translation>Nach einer bezahlten Miete bewerten Mieter und Anbieter einander. Keiner liest, was der andere schrieb, bevor es beide getan haben.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReviewForm</name>
    <message>
        <source>As described</source>
        <translation>Wie beschrieben</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Erreichbarkeit</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Verständigung</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 von 5</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Bewerten</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>A sentence for others, if you like</source>
        <translation>Ein Satz für andere, wenn Sie mögen</translation>
    </message>
    <message>
        <source>A sentence for others</source>
        <translation>Ein Satz für andere</translation>
    </message>
    <message>
        <source>A reply below the review, if you like</source>
        <translation>Eine Antwort unter der Bewertung, wenn Sie mögen</translation>
    </message>
    <message>
        <source>How was %1?</source>
        <translation>Wie war %1?</translation>
    </message>
    <message>
        <source>Review %1</source>
        <translation>%1 bewerten</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>%1 antworten</translation>
    </message>
    <message>
        <source>%1, stars for %2</source>
        <translation>%1, Sterne für %2</translation>
    </message>
    <message>
        <source>You wrote: %1</source>
        <translation>Sie schrieben: %1</translation>
    </message>
    <message>
        <source>%1 wrote: %2</source>
        <translation>%1 schrieb: %2</translation>
    </message>
    <message>
        <source>You replied: %1</source>
        <translation>Ihre Antwort: %1</translation>
    </message>
    <message>
        <source>%1 has written. You read it when you have, too, or on %2.</source>
        <translation>%1 hat geschrieben. Sie lesen es, sobald auch Sie es getan haben, oder am %2.</translation>
    </message>
    <message>
        <source>Nobody reads it before %1 has written, too, or before %2.</source>
        <translation>Niemand liest es, bevor auch %1 geschrieben hat, oder vor dem %2.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::ReviewsCard</name>
    <message>
        <source>Reviews</source>
        <translation>Bewertungen</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n Stern</numerusform>
            <numerusform>%n Sterne</numerusform>
        </translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>· %1 of 5 · %2 · weight %3</source>
        <translation>· %1 von 5 · %2 · Gewicht %3</translation>
    </message>
    <message>
        <source>Reply: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Only the two parties of a settled, paid rental review each other, signed, and blind until both have.</source>
        <translation>Nur die beiden Seiten einer abgerechneten, bezahlten Miete bewerten einander, unterschrieben, und verdeckt, bis beide es getan haben.</translation>
    </message>
    <message>
        <source>No renter has reviewed this host yet. Its bond and the checks do not depend on it.</source>
        <translation>Noch kein Mieter hat diesen Anbieter bewertet. Pfand und Prüfungen hängen nicht davon ab.</translation>
    </message>
    <message numerus="yes">
        <source>The words of %n review(s) have not arrived yet.</source>
        <translation>
            <numerusform>Der Text von %n Bewertung ist noch nicht angekommen.</numerusform>
            <numerusform>Die Texte von %n Bewertungen sind noch nicht angekommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::RoundsTable</name>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>From step</source>
        <translation>Von Schritt</translation>
    </message>
    <message>
        <source>To step</source>
        <translation>Bis Schritt</translation>
    </message>
    <message>
        <source>Steps left</source>
        <translation>Schritte übrig</translation>
    </message>
</context>
<context>
    <name>unchained::ui::SavedPopup</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Use the search %1</source>
        <translation>Suche %1 verwenden</translation>
    </message>
    <message>
        <source>Remove the search %1</source>
        <translation>Suche %1 entfernen</translation>
    </message>
    <message>
        <source>Search or set filters, then keep them here under a name.</source>
        <translation>Suchen oder Filter setzen, dann hier unter einem Namen behalten.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep this search as</source>
        <translation>Diese Suche behalten als</translation>
    </message>
</context>
<context>
    <name>unchained::ui::SearchField</name>
    <message>
        <source>Empty the search</source>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>unchained::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast, light</source>
        <translation>Hoher Kontrast, hell</translation>
    </message>
    <message>
        <source>High contrast, dark</source>
        <translation>Hoher Kontrast, dunkel</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>On top of the desktop&apos;s own</source>
        <translation>Zusätzlich zur Größe des Desktops</translation>
    </message>
    <message>
        <source>Short fades where something changes; figures never move</source>
        <translation>Kurzes Überblenden, wo sich etwas ändert; Zahlen bewegen sich nie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Numbers and dates follow it</source>
        <translation>Zahlen und Daten folgen ihr</translation>
    </message>
    <message>
        <source>Data directory</source>
        <translation>Datenverzeichnis</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The key, the records of every job and all results lie here.</source>
        <translation>Der Schlüssel, die Aufzeichnungen jedes Auftrags und alle Ergebnisse liegen hier.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Diese Maschine</translation>
    </message>
    <message>
        <source>Its processor computes. No other device was found.</source>
        <translation>Ihr Prozessor rechnet. Kein anderes Gerät wurde gefunden.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Unchained %1</source>
        <translation>Unchained %1</translation>
    </message>
    <message>
        <source>Compute from people, checked by anyone.</source>
        <translation>Rechenleistung von Menschen, von jedem prüfbar.</translation>
    </message>
    <message>
        <source>This program as a whole is under the GPL-3.0, because it is drawn with Qt Charts. Its own source code is under the Apache-2.0 licence.</source>
        <translation>Dieses Programm als Ganzes steht unter der GPL-3.0, weil es mit Qt Charts gezeichnet wird. Sein eigener Quellcode steht unter der Apache-2.0-Lizenz.</translation>
    </message>
    <message>
        <source>With Qt, Inter, SQLite, OpenSSL and libqrencode.</source>
        <translation>Mit Qt, Inter, SQLite, OpenSSL und libqrencode.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::SettleCard</name>
    <message>
        <source>Share of whoever opened the case</source>
        <translation>Anteil dessen, der den Fall eröffnet hat</translation>
    </message>
    <message>
        <source>Their offer</source>
        <translation>Angebot der anderen</translation>
    </message>
    <message>
        <source>Your offer</source>
        <translation>Ihr Angebot</translation>
    </message>
    <message>
        <source>If the case runs on</source>
        <translation>Wenn der Fall weiterläuft</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Your ruling</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Settle instead</source>
        <translation>Stattdessen beilegen</translation>
    </message>
    <message>
        <source>Taken from the bond once the contract is settled.</source>
        <translation>Aus dem Pfand, sobald der Vertrag abgerechnet ist.</translation>
    </message>
    <message>
        <source>Both sign, and free credits move. The step is run again all the same.</source>
        <translation>Beide unterschreiben, und freie Credits bewegen sich. Nachgerechnet wird trotzdem.</translation>
    </message>
    <message>
        <source>Both sign: free credits move, and the case ends.</source>
        <translation>Beide unterschreiben: freie Credits bewegen sich, und der Fall endet.</translation>
    </message>
    <message>
        <source>Accept %1 credits</source>
        <translation>%1 Credits annehmen</translation>
    </message>
    <message>
        <source>Pay %1 credits</source>
        <translation>%1 Credits zahlen</translation>
    </message>
    <message>
        <source>A ruling is final.</source>
        <translation>Eine Entscheidung ist endgültig.</translation>
    </message>
    <message>
        <source>The other side may accept for a day.</source>
        <translation>Die andere Seite kann einen Tag lang annehmen.</translation>
    </message>
    <message>
        <source>%1 credits to %2, %3 to %4</source>
        <translation>%1 Credits an %2, %3 an %4</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>%1 entscheiden</translation>
    </message>
    <message>
        <source>Propose %1</source>
        <translation>%1 vorschlagen</translation>
    </message>
    <message>
        <source>Balance after paying</source>
        <translation>Guthaben nach dem Zahlen</translation>
    </message>
    <message>
        <source>Balance, too little</source>
        <translation>Guthaben, zu wenig</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
</context>
<context>
    <name>unchained::ui::StandingCard</name>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Steps found wrong</source>
        <translation>Falsche Schritte</translation>
    </message>
    <message>
        <source>Rentals done</source>
        <translation>Erledigte Mieten</translation>
    </message>
    <message>
        <source>How it is computed</source>
        <translation>So wird es berechnet</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Hide how it is computed</source>
        <translation>Berechnung ausblenden</translation>
    </message>
    <message>
        <source>none checked yet</source>
        <translation>noch keiner geprüft</translation>
    </message>
    <message>
        <source>under %1</source>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 checked, %2</source>
        <translation>%1 geprüft, %2</translation>
    </message>
    <message>
        <source>settled since %1</source>
        <translation>abgerechnet seit %1</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>abgerechnet</translation>
    </message>
    <message>
        <source>none settled yet</source>
        <translation>noch keine abgerechnet</translation>
    </message>
    <message>
        <source>Kept its word</source>
        <translation>Wort gehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n review(s) (%1), %2–%3</source>
        <translation>
            <numerusform>%n Bewertung (%1), %2–%3</numerusform>
            <numerusform>%n Bewertungen (%1), %2–%3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n review(s), of nobody whose voice counts yet</source>
        <translation>
            <numerusform>%n Bewertung, von niemandem, dessen Stimme schon zählt</numerusform>
            <numerusform>%n Bewertungen, von niemandem, dessen Stimme schon zählt</numerusform>
        </translation>
    </message>
    <message>
        <source>no review yet</source>
        <translation>noch keine Bewertung</translation>
    </message>
    <message numerus="yes">
        <source>%n rental(s), %1–%2</source>
        <translation>
            <numerusform>%n Miete, %1–%2</numerusform>
            <numerusform>%n Mieten, %1–%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Disputes</source>
        <translation>Streitfälle</translation>
    </message>
    <message>
        <source>Rating is a mean: three voices of 3.5 stars that every host begins with, and each reviewer&apos;s last word. A voice counts by what its owner has paid to other hosts, of each a quarter at most, up to one; the number in brackets is their sum: renting from oneself buys nothing. Steps found wrong counts steps that the draw chose and somebody else computed again; unchecked steps teach nothing. Kept its word is the share of rented steps that were delivered; what was lost through the renter, or through nobody whom the record names, does not count. Intervals of rating and word hold 19 times in 20, of wrong steps 9 in 10. Disputes counts the cases that anybody opened against it here, by the verdicts that the marketplace has signed. Nothing else goes into them, and no bond or check is lowered for a good standing.</source>
        <translation>Die Bewertung ist ein Mittelwert: drei Stimmen zu 3,5 Sternen, mit denen jeder Anbieter beginnt, und das letzte Wort jedes Bewertenden. Eine Stimme zählt nach dem, was ihr Inhaber anderen Anbietern bezahlt hat, von jedem höchstens ein Viertel, bis zu eins; in Klammern steht ihre Summe: Von sich selbst zu mieten bringt nichts. Falsche Schritte zählt Schritte, die die Ziehung bestimmte und jemand anderes nachrechnete; ungeprüfte Schritte lehren nichts. Wort gehalten ist der Anteil gemieteter Schritte, die geliefert wurden; was durch den Mieter verloren ging oder durch niemanden, den die Aufzeichnung nennt, zählt nicht. Die Intervalle von Bewertung und Wort gelten in 19 von 20 Fällen, die der falschen Schritte in 9 von 10. Streitfälle zählt, was irgendwer hier gegen den Anbieter eröffnete, nach den Urteilen, die der Marktplatz unterschrieben hat. Sonst geht nichts ein, und für einen guten Ruf wird weder Pfand noch Prüfung gesenkt.</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>unchained::ui::Stars</name>
    <message numerus="yes">
        <source>%1 of 5 stars, %n rating(s)</source>
        <translation>
            <numerusform>%1 von 5 Sternen, %n Bewertung</numerusform>
            <numerusform>%1 von 5 Sternen, %n Bewertungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No ratings yet</source>
        <translation>Noch keine Bewertungen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::StarsInput</name>
    <message>
        <source>No star chosen</source>
        <translation>Kein Stern gewählt</translation>
    </message>
    <message numerus="yes">
        <source>%n star(s) of 5</source>
        <translation>
            <numerusform>%n Stern von 5</numerusform>
            <numerusform>%n Sterne von 5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripCard</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The windows are known when a host has accepted the job</source>
        <translation>Die Fenster sind bekannt, wenn ein Anbieter den Auftrag angenommen hat</translation>
    </message>
    <message>
        <source>%1 won, %2 expected</source>
        <translation>%1 gewonnen, %2 erwartet</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) each</source>
        <translation>
            <numerusform>je %n Los</numerusform>
            <numerusform>je %n Lose</numerusform>
        </translation>
    </message>
    <message>
        <source>every ticket wins</source>
        <translation>jedes Los gewinnt</translation>
    </message>
    <message>
        <source>one ticket in %1 wins</source>
        <translation>ein Los von %1 gewinnt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>a block is %n ticket(s)</source>
        <translation>
            <numerusform>ein Block ist %n Los</numerusform>
            <numerusform>ein Block sind %n Lose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a block is about %n ticket(s)</source>
        <translation>
            <numerusform>ein Block ist etwa %n Los</numerusform>
            <numerusform>ein Block sind etwa %n Lose</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2, %3</source>
        <translation>%1; %2, %3</translation>
    </message>
    <message>
        <source>Window %1:</source>
        <translation>Fenster %1:</translation>
    </message>
    <message>
        <source>%1 of %2 won</source>
        <translation>%1 von %2 gewonnen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripLegend</name>
    <message>
        <source>drawn, lost</source>
        <translation>gezogen, verloren</translation>
    </message>
</context>
<context>
    <name>unchained::ui::StripWords</name>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>computing</source>
        <translation>wird berechnet</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>checked right</source>
        <translation>als richtig geprüft</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Window %1 of %2, %3, %4</source>
        <translation>Fenster %1 von %2, %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Los</numerusform>
            <numerusform>%n Lose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n won</source>
        <translation>
            <numerusform>, %n gewonnen</numerusform>
            <numerusform>, %n gewonnen</numerusform>
        </translation>
    </message>
    <message>
        <source>ticket %1 %2</source>
        <comment>its number and its state</comment>
        <translation>Los %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>unchained::ui::TicketsModel</name>
    <message>
        <source>lost</source>
        <translation>verloren</translation>
    </message>
    <message>
        <source>ticket</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>unchained::ui::TicketsPopup</name>
    <message>
        <source>Window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>%1 of %2 won</source>
        <translation>%1 von %2 gewonnen</translation>
    </message>
</context>
<context>
    <name>unchained::ui::VerificationCard</name>
    <message>
        <source>Checks made</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>Found wrong</source>
        <translation>Falsch befunden</translation>
    </message>
    <message>
        <source>Overhead</source>
        <translation>Mehraufwand</translation>
    </message>
    <message>
        <source>1 chosen step</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <source>%1 faked</source>
        <translation>%1 gefälscht</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Chance to catch</source>
        <translation>Chance auf Entdeckung</translation>
    </message>
    <message>
        <source>Expected gain of cheating</source>
        <translation>Erwarteter Gewinn durch Betrug</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong</source>
        <translation>
            <numerusform>%n falsch</numerusform>
            <numerusform>%n falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Alles richtig</translation>
    </message>
    <message>
        <source>No check yet</source>
        <translation>Noch keine Prüfung</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>per faked step that is drawn;
%1 over all faked steps</source>
        <translation>je gefälschtem Schritt, der gezogen wird;
%1 über alle gefälschten Schritte</translation>
    </message>
    <message>
        <source>%1 of %2 wins</source>
        <translation>%1 von %2 Gewinnen</translation>
    </message>
    <message>
        <source>%1 credits</source>
        <translation>%1 Credits</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>Sabotage pays above</source>
        <translation>Sabotage lohnt ab</translation>
    </message>
    <message>
        <source>Market says right</source>
        <translation>Markt sagt richtig</translation>
    </message>
</context>
<context>
    <name>unchained::ui::WalletPage</name>
    <message>
        <source>Balance</source>
        <translation>Guthaben</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Marketplaces</source>
        <translation>Marktplätze</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Geldbeutel</translation>
    </message>
    <message>
        <source>Your key is only on this computer. Back it up before you have more to lose.</source>
        <translation>Der Schlüssel liegt nur auf diesem Computer. Sichern, bevor mehr zu verlieren ist.</translation>
    </message>
    <message>
        <source>Back it up</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>Als CSV exportieren</translation>
    </message>
    <message>
        <source>Search the history</source>
        <translation>Verlauf durchsuchen</translation>
    </message>
    <message>
        <source>File for the table</source>
        <translation>Datei für die Tabelle</translation>
    </message>
    <message>
        <source>Write the file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>free to spend</source>
        <translation>frei verfügbar</translation>
    </message>
    <message numerus="yes">
        <source>%n of them answer(s) now</source>
        <translation>
            <numerusform>%n davon antwortet jetzt</numerusform>
            <numerusform>%n davon antworten jetzt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has moved yet</source>
        <translation>Noch nichts hat sich bewegt</translation>
    </message>
    <message>
        <source>What you pay, lock and receive is listed here, line by line.</source>
        <translation>Was bezahlt, gesperrt und empfangen wird, steht hier, Zeile für Zeile.</translation>
    </message>
    <message>
        <source>No line has &quot;%1&quot;</source>
        <translation>Keine Zeile enthält &quot;%1&quot;</translation>
    </message>
    <message numerus="yes">
        <source>The history has %n line(s).</source>
        <translation>
            <numerusform>Der Verlauf hat %n Zeile.</numerusform>
            <numerusform>Der Verlauf hat %n Zeilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>in jobs and bonds until won or returned</source>
        <translation>in Aufträgen und Pfändern, bis sie enden</translation>
    </message>
</context>
<context>
    <name>unchained::ui::WantedCard</name>
    <message>
        <source>No other host is online on this marketplace now.</source>
        <translation>Auf diesem Marktplatz ist gerade kein anderer Anbieter online.</translation>
    </message>
    <message>
        <source>Wanted now</source>
        <translation>Jetzt gefragt</translation>
    </message>
    <message>
        <source>taken, of those online</source>
        <translation>vergeben, von online</translation>
    </message>
    <message>
        <source>up to %1 GB</source>
        <translation>bis %1 GB</translation>
    </message>
    <message>
        <source>over %1 GB</source>
        <translation>über %1 GB</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Those taken ask %1 a TFLOP-hour in the middle.</source>
        <translation>Vergebene verlangen im Median %1 je TFLOP-Stunde.</translation>
    </message>
    <message>
        <source>Those free ask %1.</source>
        <translation>Freie verlangen %1.</translation>
    </message>
</context>
<context>
    <name>unchained::ui::WeekCard</name>
    <message>
        <source>Earned in seven days</source>
        <translation>In sieben Tagen verdient</translation>
    </message>
    <message>
        <source>credits</source>
        <translation>Credits</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Nothing was paid to this machine in the last seven days.</source>
        <translation>In den letzten sieben Tagen wurde diesem Rechner nichts gezahlt.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>unchained::ui::WindowsStrip</name>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Arrows walk over windows, Up and Down over those with a win, Enter lists the tickets</source>
        <translation>Pfeiltasten gehen durch die Fenster, Auf und Ab durch die mit einem Gewinn, Eingabe listet die Lose</translation>
    </message>
    <message>
        <source>No window yet</source>
        <translation>Noch kein Fenster</translation>
    </message>
    <message>
        <source>Windows %1 to %2</source>
        <translation>Fenster %1 bis %2</translation>
    </message>
</context>
</TS>
