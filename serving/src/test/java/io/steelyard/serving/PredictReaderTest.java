package io.steelyard.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steelyard.data.Batch;
import io.steelyard.data.BooleanColumn;
import io.steelyard.data.LongColumn;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictReaderTest {
    private static final String ROW = "[\"UA\", 6.5, 180, true, \"2013-10-01T12:00:00.5-04:00\"]";

    private final ModelPool pool = new ModelPool();

    PredictReaderTest() {
        pool.load(new ServedModel("flights", 1, Flights.classifier(0)));
    }

    @Test
    void aListAndAnObjectAreTheSameRow() {
        Batch list = read("{\"features\":" + ROW + ",\"model_version\":null}").rows();
        Batch object = read("{\"features\":{\"scheduled\":\"2013-10-01T16:00:00.5Z\",\"holiday\":true,\"seats\":180.0,"
                        + "\"hour\":6.5,\"carrier\":\"UA\"}}")
                .rows();
        for (Batch rows : new Batch[] {list, object}) {
            assertThat(rows.schema()).isEqualTo(Flights.COLUMNS);
            assertThat(rows.strings("carrier").values()).containsExactly("UA");
            assertThat(rows.doubles("hour")).containsExactly(6.5);
            assertThat(((LongColumn) rows.column("seats")).values()).containsExactly(180);
            assertThat(((BooleanColumn) rows.column("holiday")).values()).containsExactly(true);
            assertThat(rows.timestamps("scheduled").values()).containsExactly(1_380_643_200_500_000L);
        }
    }

    @Test
    void nullIsMissing() {
        Batch rows =
                read("{\"instances\":[[null,null,null,null,null]," + ROW + "]}").rows();
        for (String column : Flights.COLUMNS.names()) {
            assertThat(rows.column(column).isMissing(0)).isTrue();
            assertThat(rows.column(column).isMissing(1)).isFalse();
        }
    }

    @Test
    void manyRowsKeepTheirOrder() {
        StringBuilder body = new StringBuilder("{\"instances\":[");
        for (int i = 0; i < 1000; i++) {
            body.append(i == 0 ? "" : ",")
                    .append("[\"c")
                    .append(i)
                    .append("\",")
                    .append(i)
                    .append(",")
                    .append(i)
                    .append(",")
                    .append(i % 3 == 0)
                    .append(",null]");
        }
        Batch rows = read(body.append("]}").toString()).rows();
        assertThat(rows.rows()).isEqualTo(1000);
        assertThat(rows.strings("carrier").values()[999]).isEqualTo("c999");
        assertThat(((LongColumn) rows.column("seats")).values()[511]).isEqualTo(511);
        assertThat(((BooleanColumn) rows.column("holiday")).values()[999]).isTrue();
    }

    @Test
    void theVersionMayStandAnywhereAndDecidesTheColumns() {
        ServedModel other = new ServedModel("flights", 2, Flights.regression());
        pool.load(other);
        assertThat(read("{\"features\":" + ROW + ",\"model_version\":\"2\"}").model())
                .isSameAs(other);
        assertThat(read("{\"model_version\":2,\"features\":" + ROW + "}").model())
                .isSameAs(other);
        assertThat(read("{\"features\":[\"model_version\",1,1,true,null]}")
                        .model()
                        .version())
                .isEqualTo("1");
    }

    @Test
    void whatOthersNeedIsPassedOver() {
        assertThat(read("{\"user\":{\"id\":[1,2]},\"features\":" + ROW + "}")
                        .rows()
                        .rows())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'features':[7,1,1,true,null]} | features[0] 'carrier' must be a string, not the number 7",
                "{'features':['UA','x',1,true,null]} | features[1] 'hour' must be a number, not the string 'x'",
                "{'features':['UA',true,1,true,null]} | features[1] 'hour' must be a number, not true",
                "{'features':['UA',1e999,1,true,null]} | features[1] 'hour' must be a finite number, not the number 1e999",
                "{'features':['UA',1,1.5,true,null]} | features[2] 'seats' must be a whole number of 64 bits, not the number 1.5",
                "{'features':['UA',1,9223372036854775808,true,null]} | features[2] 'seats' must be a whole number of 64 bits, not the number 9223372036854775808",
                "{'features':['UA',1,1,1,null]} | features[3] 'holiday' must be true or false, not the number 1",
                "{'features':['UA',1,1,true,'noon']} | features[4] 'scheduled' must be a time such as '2013-10-01T12:00:00Z', not the string 'noon'",
                "{'features':['UA',[1],1,true,null]} | features[1] 'hour' must be a number, not a list",
                "{'features':['UA',{},1,true,null]} | features[1] 'hour' must be a number, not an object",
                "{'features':['UA',1]} | features has 2 values, but the model takes 5: carrier, hour, seats, holiday, scheduled",
                "{'features':['UA',1,1,true,null,[[]],7]} | features has 7 values, but the model takes 5: carrier, hour, seats, holiday, scheduled",
                "{'features':{'carier':'UA'}} | features has an unknown column 'carier'; the nearest is 'carrier'",
                "{'features':{'hour':'x'}} | features 'hour' must be a number, not the string 'x'",
                "{'features':{'hour':1,'hour':2}} | features names column 'hour' twice",
                "{'features':{'carrier':'UA','hour':1,'holiday':true,'scheduled':null}} | features lacks column 'seats'; write null where a value is missing",
                "{'instances':[['UA',1,1,true,null],['UA',1,'x',true,null]]} | instances[1][2] 'seats' must be a whole number of 64 bits, not the string 'x'",
                "{'instances':[{'hour':'x'}]} | instances[0] 'hour' must be a number, not the string 'x'",
                "{'instances':[]} | instances must have at least one row",
                "{'instances':7} | instances must be a list of rows, not the number 7",
                "{'features':7} | features must be a list of values in the order of the model's columns, or an object of values by column name, not the number 7",
                "{'features':null} | features must be a list of values in the order of the model's columns, or an object of values by column name, not null",
                "{} | the body needs 'features' for one row, or 'instances' for many",
                "{'feature':[1]} | unknown key 'feature'; the nearest is 'features'",
                "[1] | the body must be a JSON object, not a list",
                "{'features':[],'features':[]} | features has 0 values, but the model takes 5: carrier, hour, seats, holiday, scheduled",
                "{'model_version':[1]} | model_version must be a string, not a list",
                "{'model_version':'7','features':[1]} | model_version '7' is not loaded; loaded are flights/1",
                "{'model_version':'flights','model_version':'7'} | 'model_version' stands twice in the body",
                "{'prediction_id':7} | prediction_id must be a string, not the number 7",
                "{'prediction_id':''} | prediction_id must have 1 to 200 characters, not 0: ''",
                "{'prediction_id':'a','instances':[]} | 'instances' cannot stand with 'features': one row has 'features' and 'prediction_id', many have 'instances' and 'prediction_ids'",
                "{'prediction_ids':['a','a']} | prediction_ids[1] stands twice: 'a'",
                "{'prediction_ids':['a'],'instances':[[null,1,1,true,null],[null,1,1,true,null]]} | prediction_ids has 1 ids, but there are 2 instances",
                "{'event_time':'yesterday'} | event_time must be a time with its offset such as '2013-10-01T12:00:00Z', not the string 'yesterday'",
                "{'features' | the body is not JSON at line 1, column 12: Unexpected end-of-input within/between Object entries",
                "{'features':[NaN]} | the body is not JSON at line 1, column 17: Non-standard token 'NaN'; write null for a missing value",
                "{'features':{}} {} | features lacks column 'carrier'; write null where a value is missing",
            })
    void whatIsWrongIsNamed(String body, String message) {
        assertThatThrownBy(() -> read(body.replace('\'', '"')))
                .isInstanceOf(ServingException.class)
                .extracting(e -> String.valueOf(e.getMessage()).replace('"', '\''))
                .asString()
                .startsWith(message);
    }

    @Test
    void theBodyEndsAfterItsObject() {
        assertThatThrownBy(() -> read("{\"features\":" + ROW + "} {}"))
                .hasMessageContaining("the body must end after its JSON object, but goes on at line 1, column");
    }

    @Property(tries = 300)
    void anythingElseIsRefusedAndNeverFails(@ForAll byte[] noise, @ForAll int at) {
        byte[] body = ("{\"features\":" + ROW + ",\"model_version\":\"1\"}").getBytes(StandardCharsets.UTF_8);
        int start = Math.floorMod(at, body.length);
        System.arraycopy(noise, 0, body, start, Math.min(noise.length, body.length - start));
        try {
            assertThat(PredictReader.read(body, pool).rows().rows()).isPositive();
        } catch (ServingException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @Test
    void idsAscendAndAreUuidsOfVersionSeven() {
        String last = PredictionIds.next();
        for (int i = 0; i < 10_000; i++) {
            String next = PredictionIds.next();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(java.util.UUID.fromString(last).version()).isEqualTo(7);
        assertThat(java.util.UUID.fromString(last).variant()).isEqualTo(2);
    }

    private PredictRequest read(String body) {
        return PredictReader.read(body.getBytes(StandardCharsets.UTF_8), pool);
    }
}
